using MisbehavingService.Commands;

namespace MisbehavingService;

internal static class Behaviours
{
    private static readonly Dictionary<string, Func<string[], Task>> All = new()
    {
        ["answer"] = Answer.RunAsync,
        ["close-stdout"] = CloseStdout.RunAsync,
        ["crash"] = Crash.RunAsync,
        ["daemonise"] = Daemonise.RunAsync,
        ["delay"] = Delay.RunAsync,
        ["echo-arguments"] = EchoArguments.RunAsync,
        ["echo-environment"] = EchoEnvironment.RunAsync,
        ["endless-line"] = EndlessLine.RunAsync,
        ["exit"] = Exit.RunAsync,
        ["flood"] = Flood.RunAsync,
        ["fork"] = Fork.RunAsync,
        ["hang"] = Hang.RunAsync,
        ["ignore-signals"] = IgnoreSignals.RunAsync,
        ["listen"] = Listen.RunAsync,
        ["re-exec"] = ReExec.RunAsync,
        ["say"] = Say.RunAsync,
        ["spawn"] = Spawn.RunAsync,
    };

    public static Task RunAsync(string command, string[] arguments) =>
        All.TryGetValue(command, out var behaviour)
            ? behaviour(arguments)
            : throw new ArgumentException($"No command is called '{command}'. There are: {string.Join(", ", All.Keys)}.", nameof(command));
}
