using System.Diagnostics;
using Xunit.Abstractions;

namespace GoldenPath.Tests.Pipeline;

/// <summary>Whoever ends a run, and however, nothing of it is left, and nobody else is touched.</summary>
/// <remarks><c>GOLDENPATH_KILL_TABLE=all</c> sends every signal at every moment; each spec tells how long it took until nothing was left.</remarks>
public sealed class KilledRunSpecs(ITestOutputHelper output)
{
    private static readonly string[] Everywhere = ["INT", "KILL"];
    private static readonly string[] Elsewhere = ["TERM", "HUP"];

    public static TheoryData<string, string, string> Matrix()
    {
        var all = Environment.GetEnvironmentVariable("GOLDENPATH_KILL_TABLE") == "all";
        var rows = new TheoryData<string, string, string>();
        foreach (var (stage, kind) in DeafRun.Moments)
        {
            foreach (var signal in Everywhere.Concat(all || kind == "test command" ? Elsewhere : []))
            {
                rows.Add(stage, kind, signal);
            }
        }

        return rows;
    }

    [TableSpec(Timeout = 180_000)]
    [MemberData(nameof(Matrix))]
    public async Task Nothing_of_a_run_is_left_within_ten_seconds(string stage, string kind, string signal)
    {
        using var run = await DeafRun.AtAsync(stage, kind);
        using var lookAlike = RunningCommand.Start(run.Folder.Path, [Programs.Misbehaving, "hang"], []);
        var asked = Stopwatch.GetTimestamp();

        await RunTraces.SignalAsync(signal, run.Command.Pid);
        var ended = await run.Command.EndAsync();

        await RunTraces.EndAsync(run.Folder, ended.Text);
        output.WriteLine($"| {stage} | {kind} | {signal} | {Stopwatch.GetElapsedTime(asked).TotalSeconds:0.0} s |");
        Assert.False(lookAlike.HasEnded);
        Assert.Empty(RunTraces.Leases(run.Folder));
        if (signal != "KILL")
        {
            // What had been found out before stands: such a run is to be filed later.
            ended.Exits(kind == "tracker" ? 1 : 130).SaysNothingOf("   at ");
            Assert.True(run.Folder.Has("artifacts/golden-path/latest/run.json"), ended.Text);
            Assert.Equal(kind == "tracker" ? "product" : "cancelled", (string?)run.Folder.Result["verdict"]);
            Assert.Equal(kind == "tracker" ? "queued" : "none", (string?)run.Folder.Result["issue"]!["action"]);
            Assert.True((bool)run.Folder.Result["teardown"]!["verified"]!);
            return;
        }

        run.Folder.Write("goldenpath.yml", Configurations.Backend());
        (await run.Folder.RunAsync("SmokeTest", "--no-issue")).Exits(0);
    }

    // The budget is large enough for the moment to come within it, however busy the machine is; nothing in the run ends by itself.
    [TableSpec(Timeout = 180_000)]
    [InlineData("StartServices", "build")]
    [InlineData("WaitForPort8002", "probes")]
    [InlineData("SmokeTests", "test command")]
    public async Task Nothing_is_left_ten_seconds_after_the_budget_of_a_deaf_run(string stage, string kind)
    {
        var budget = TimeSpan.FromSeconds(20);
        var started = Stopwatch.GetTimestamp();
        using var run = await DeafRun.AtAsync(stage, kind, null, "--timeout", $"{budget.TotalSeconds}s");
        Assert.False(run.Command.HasEnded);

        var ended = await run.Command.EndAsync();

        await RunTraces.EndAsync(run.Folder, ended.Text);
        var took = Stopwatch.GetElapsedTime(started) - budget;
        output.WriteLine($"| {stage} | {kind} | budget | {took.TotalSeconds:0.0} s |");
        ended.SaysNothingOf("   at ");
        Assert.NotEqual("passed", (string?)run.Folder.Result["verdict"]);
        Assert.True((bool)run.Folder.Result["teardown"]!["verified"]!);
        Assert.InRange((long)run.Folder.Result["teardown"]!["durationMs"]!, 0, 10_000);
        Assert.Empty(RunTraces.Leases(run.Folder));
    }

    [Spec]
    public async Task A_second_signal_ends_a_deaf_run_without_grace()
    {
        using var run = await DeafRun.AtAsync("SmokeTests", "test command");
        await RunTraces.SignalAsync("INT", run.Command.Pid);
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System); // What comes sooner is the same request.
        var asked = Stopwatch.GetTimestamp();

        await RunTraces.SignalAsync("INT", run.Command.Pid);

        var ended = (await run.Command.EndAsync()).Exits(130);
        var took = Stopwatch.GetElapsedTime(asked);
        output.WriteLine($"ended after {took.TotalSeconds:0.00} s");
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(4)); // Its grace would have been 5 s.
        await RunTraces.EndAsync(run.Folder, ended.Text);
        Assert.True((bool)run.Folder.Result["teardown"]!["verified"]!);
    }

    // Both wait for each other: whoever was asked after the other had ended would wait in vain.
    [Spec]
    public async Task Services_and_test_commands_are_asked_to_end_side_by_side()
    {
        using var folder = new PipelineFolder(
            """
            name: side-by-side
            services:
              backend: { process: { command: [sh, -c, "trap 'touch one; while [ ! -e two ]; do sleep 0.01; done; touch met.one; exit' TERM; echo up; while :; do sleep 0.01; done"] }, ready: { log: up } }
            smoke:
              - { command: [sh, -c, "trap 'touch two; while [ ! -e one ]; do sleep 0.01; done; touch met.two; exit' TERM; touch testing; while :; do sleep 0.01; done"], results: "{results}/*.xml" }
            """
        );
        using var run = folder.Start("SmokeTest", "--no-issue");
        await Wait.UntilAsync(() => folder.Has("testing"));

        await RunTraces.SignalAsync("TERM", run.Pid);

        (await run.EndAsync()).Exits(130);
        Assert.True(folder.Has("met.one") && folder.Has("met.two"));
    }
}
