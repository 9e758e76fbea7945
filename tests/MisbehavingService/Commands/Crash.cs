namespace MisbehavingService.Commands;

/// <summary>crash SIGNAL: ends by a signal, such as SEGV or KILL, as a native program does.</summary>
internal static class Crash
{
    public static Task RunAsync(string[] arguments) => ReExec.RunAsync([$"kill -{arguments[0]} $$"]);
}
