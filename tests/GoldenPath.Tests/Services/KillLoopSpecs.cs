using System.Globalization;
using GoldenPath.Guard.Processes;

namespace GoldenPath.Tests.Services;

/// <summary>Kills runs at random moments. <c>GOLDENPATH_KILL_ROUNDS</c> sets how many, <c>GOLDENPATH_KILL_SEED</c> where the generator starts.</summary>
public sealed class KillLoopSpecs
{
    private static readonly int Rounds = Setting("GOLDENPATH_KILL_ROUNDS", 20);
    private static readonly int Seed = Setting("GOLDENPATH_KILL_SEED", 4711);

    private static readonly string[] Scripts =
    [
        "exec sleep 1000",
        "trap '' TERM HUP INT; while :; do sleep 1; done",
        "(trap '' TERM; sleep 1000 & sleep 1000) & sleep 1000 & wait",
        "setsid sh -c 'trap \"\" TERM; sleep 1000; :' & wait",
        "setsid sh -c 'trap \"\" TERM; sleep 1000; :' & exit 0",
        "env -i setsid sh -c 'trap \"\" TERM; /bin/sleep 1000; :' & exit 0",
        "while :; do sleep 0.01 & done",
        "exit 1",
    ];

    [Spec(Timeout = 3_600_000)]
    public async Task Whenever_a_run_is_killed_nothing_is_left()
    {
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            string[] scripts = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Scripts[random.Next(Scripts.Length)])];
            var moment = TimeSpan.FromMilliseconds(random.Next(1500));
            var withGuard = random.Next(4) == 0;
            try
            {
                await KillAsync(scripts, moment, withGuard);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException(
                    $"Seed {Seed}, round {round}, after {moment}, guard killed too: {withGuard}: {string.Join(" | ", scripts)}",
                    e
                );
            }
        }
    }

    private static async Task KillAsync(string[] scripts, TimeSpan moment, bool withGuard)
    {
        // What nobody marked cannot be found once the guard, to which it fell, is dead too.
        scripts = [.. scripts.Where(script => !withGuard || !script.Contains("env -i", StringComparison.Ordinal))];
        await using var run = OwnedRun.Start("hold", [.. scripts.Select((script, i) => OwnedRun.Shell(script, $"service-{i}"))]);
        await Task.Delay(moment, TimeProvider.System);

        run.Kill();
        if (withGuard && run.Registry.All() is [var lease, ..])
        {
            ProcessSignal.Send(lease.Guard, Signals.Kill);
        }
        await run.EndsAsync();

        if (withGuard)
        {
            await run.Registry.SweepAsync(CancellationToken.None);
        }
        await run.NothingIsLeftAsync();
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
