using System.Text.RegularExpressions;

namespace GoldenPath.Tests.Pipeline;

/// <summary>A service that was ready, and dies while the others are still awaited.</summary>
public sealed class DiedWhileAwaitingSpecs
{
    private const string Waits = """waiting: { process: { command: [sleep, "60"] }, ready: { log: never, timeout: 50s } }""";
    private const string StartsAfterwards = """later: { process: { command: [sleep, "60"] }, needs: [waiting], ready: { log: never } }""";
    private const string FailsWithIt =
        """dependent: { process: { command: [bash, -c, "exec 3<>/dev/tcp/127.0.0.1/{port:db}; cat <&3; exit 1"] }, needs: [db], ready: { log: never, timeout: 50s } }""";

    public static TheoryData<string, string> Cases() =>
        new()
        {
            { Waits, "WaitForPort8002" },
            { Waits + "\n  " + StartsAfterwards, "StartServices" },
            { FailsWithIt, "WaitForPort8002" },
        };

    [TableSpec]
    [MemberData(nameof(Cases))]
    public async Task It_ends_the_wait_at_once_and_is_named_as_the_environments_fault(string others, string stage)
    {
        using var folder = new PipelineFolder(
            $$"""
            name: mourning
            services:
              db: { process: { command: [dotnet, "{{Programs.Misbehaving}}", listen, "127.0.0.1:{port}", +, hang] }, port: 0, ready: { http: / } }
              {{others}}
            {{Configurations.Scenario}}
            """
        );
        using var run = folder.Start("SmokeTest", "--no-issue");
        await run.PrintsAsync("db: ready after");
        await run.PrintsAsync($"║ {stage}");
        await run.PrintsAsync(others == FailsWithIt ? "dependent: started" : "waiting: started");

        await RunTraces.SignalAsync(
            "KILL",
            int.Parse(Regex.Match(run.Output, @"db: started \(pid (\d+)").Groups[1].ValueSpan, provider: null)
        );

        var ended = (await run.EndAsync()).Exits(2).Says("Service 'db'").Says("after it had been ready, while").SaysNothingOf("   at ");
        var result = folder.Result;
        Assert.Equal("environment", (string?)result["verdict"]);
        Assert.Equal("process.killed", (string?)result["diagnosis"]!["cause"]);
        Assert.Contains("'db'", (string?)result["diagnosis"]!["summary"], StringComparison.Ordinal);
        Assert.Equal("failed", (string?)result["stages"]!.AsArray().Single(one => (string?)one!["name"] == stage)!["outcome"]);
        Assert.True(result["stages"]!.AsArray().Sum(one => (long)one!["durationMs"]!) < 50_000, "the end of the wait was waited for");
        await RunTraces.EndAsync(folder, ended.Text);
    }
}
