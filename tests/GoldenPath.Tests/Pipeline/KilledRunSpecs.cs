namespace GoldenPath.Tests.Pipeline;

/// <summary>Whoever ends a run, and however, nothing of it is left, and nobody else is touched.</summary>
public sealed class KilledRunSpecs
{
    private static readonly string[] Signals = ["INT", "TERM", "HUP", "KILL"];

    /// <summary>The stage that is running, and the text that shows that it has come so far.</summary>
    private static readonly (string Stage, string Sign)[] Moments =
        [("StartServices", "backend: started"), ("WaitForPort8002", "║ WaitForPort8002"), ("SmokeTests", "Running sleep"), ("Teardown", "║ Teardown")];

    public static TheoryData<string, string, string> Matrix()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var (stage, sign) in Moments)
        {
            foreach (var signal in Signals)
            {
                rows.Add(stage, sign, signal);
            }
        }

        return rows;
    }

    [TableSpec(Timeout = 120_000)]
    [MemberData(nameof(Matrix))]
    public async Task Nothing_of_a_run_is_left_within_ten_seconds(string stage, string sign, string signal)
    {
        using var folder = new PipelineFolder(Stubborn(stage));
        folder.Write("green.xml", """<testsuite><testcase name="green"/></testsuite>""");
        using var lookAlike = RunningCommand.Start(folder.Path, [Programs.Misbehaving, "hang"], []);
        using var run = folder.Start("SmokeTest", "--no-issue");
        await run.PrintsAsync(sign);

        await RunTraces.SignalAsync(signal, run.Pid);
        var ended = await run.EndAsync();

        await RunTraces.EndAsync(folder, ended.Text);
        Assert.False(lookAlike.HasEnded);
        Assert.Empty(RunTraces.Leases(folder));
        if (signal != "KILL")
        {
            ended.Exits(130);
            Assert.Equal("cancelled", (string?)folder.Result["verdict"]);
            Assert.True((bool)folder.Result["teardown"]!["verified"]!);
        }

        folder.Write("goldenpath.yml", Configurations.Backend());
        (await folder.RunAsync("SmokeTest")).Exits(0);
    }

    /// <summary>A service that ignores every polite signal, has children and grandchildren, and one that left for a session of its own.</summary>
    private static string Stubborn(string stage)
    {
        var backend = $$"""[dotnet, "{{Programs.Misbehaving}}", ignore-signals, +, fork, "2", stubborn, +, daemonise, "daemon.pid", stubborn, +, listen, "127.0.0.1:{port}", +, hang]""";
        var ready = stage == "WaitForPort8002" ? "http: /, log: never, timeout: 60s" : "http: /, timeout: 30s";
        var second = stage == "StartServices" ? """second: { process: { command: [sleep, "60"] }, needs: [backend], ready: { log: never, timeout: 60s } }""" : "";
        return $$"""
            name: stubborn
            services:
              backend: { process: { command: {{backend}}, stop: { grace: 1s } }, port: 0, ready: { {{(stage == "StartServices" ? "log: never, timeout: 60s" : ready)}} } }
              {{second}}
            smoke:
              - { command: [{{(stage == "Teardown" ? "cp, green.xml, \"{results}/green.xml\"" : "sleep, \"60\"")}}], results: "{results}/*.xml" }
            """;
    }
}
