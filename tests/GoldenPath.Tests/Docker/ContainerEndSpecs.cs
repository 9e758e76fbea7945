using System.Diagnostics;
using System.Text.Json.Nodes;
using Docker.DotNet.Models;
using GoldenPath.Docker.Engine;
using GoldenPath.Guard.Engine;
using GoldenPath.Tests.Pipeline;
using Xunit.Abstractions;

namespace GoldenPath.Tests.Docker;

/// <summary>What happens to a container while the tests run is seen at once, and tied to the test that fails.</summary>
[Collection(EngineSpecs.Name)]
public sealed class ContainerEndSpecs(EngineFixture engine, ITestOutputHelper output)
{
    /// <summary>Does what the test writes into the shared folder, as soon as it does.</summary>
    private const string OnDemand =
        $"{ContainerFiles.Serving}; until [ -f /shared/go ]; do sleep 0.05; done; echo last words; . /shared/go";

    /// <summary>Begins, waits until the spec has done its deed, and fails.</summary>
    private const string Failing = "until [ -f fail ]; do sleep 0.05; done; cp red.xml \"$1\"; exit 1";

    [EngineTableSpec(Timeout = 90_000)]
    [InlineData("exit 3", "docker.container-exited", "exited with code 3", "exit code: 3")]
    [InlineData(
        "kill -SEGV 1; sh -c 'kill -SEGV $$'; exit $?",
        "docker.container-exited",
        "crashed with SIGSEGV (exit code 139)",
        "exit code: 139"
    )]
    [InlineData(
        "x=0123456789; while true; do x=$x$x; done",
        "docker.out-of-memory",
        "for want of memory (limit 16 MiB)",
        "killed for want of memory: yes"
    )]
    public async Task A_container_that_ends_during_the_tests_is_the_reason(string end, string cause, string summary, string fact)
    {
        using var folder = ContainerFiles.Folder(engine, ContainerFiles.Script(OnDemand, more: "memory: 16m", test: Failing));
        using var run = folder.Start("SmokeTest");
        await run.PrintsAsync("Running sh");

        folder.Write("shared/go", end + "\n");

        await FailsAsync(folder, run, cause, summary, fact);
        Assert.Contains("last words", folder.Read("artifacts/golden-path/latest/logs/backend.log"), StringComparison.Ordinal);
    }

    [EngineSpec(Timeout = 90_000)]
    public async Task A_container_that_turns_unhealthy_during_the_tests_is_the_reason()
    {
        await engine.BuildAsync(
            "golden-path-specs/sick:1",
            $"FROM {EngineFixture.Busybox}",
            "HEALTHCHECK --interval=1s --retries=1 CMD if [ -f /sick ]; then echo the database is away; exit 1; fi"
        );
        using var folder = ContainerFiles.Folder(
            engine,
            ContainerFiles.Script($"{OnDemand}; {ContainerFiles.Staying}", image: "image: golden-path-specs/sick:1", test: Failing)
        );
        using var run = folder.Start("SmokeTest");
        await run.PrintsAsync("Running sh");

        folder.Write("shared/go", "touch /sick\n");

        await FailsAsync(folder, run, "docker.unhealthy", "the database is away (during 'red')", "the database is away");
    }

    [EngineSpec(Timeout = 90_000)]
    public async Task A_container_that_a_third_party_removes_during_the_tests_is_the_reason()
    {
        using var folder = ContainerFiles.Folder(engine, ContainerFiles.Script(OnDemand, test: Failing));
        using var run = folder.Start("SmokeTest");
        await run.PrintsAsync("Running sh");

        var container = run.Output.Split("runs in container ")[1][..12];
        await engine.Client.Containers.RemoveContainerAsync(container, new ContainerRemoveParameters { Force = true });

        await FailsAsync(folder, run, "docker.container-exited", "was removed by somebody else (during 'red')", "event");
    }

    [EngineTableSpec(Timeout = 90_000)]
    [InlineData("pause", "docker.unhealthy", "was paused by somebody", "pause")]
    [InlineData("disconnect", "docker.port-not-published", "was disconnected from the network", "disconnect")]
    public async Task What_a_third_party_does_to_a_running_container_is_the_reason(string deed, string cause, string summary, string fact)
    {
        using var folder = ContainerFiles.Folder(engine, ContainerFiles.Script(OnDemand, test: Failing));
        using var run = folder.Start("SmokeTest");
        await run.PrintsAsync("Running sh");

        var container = run.Output.Split("runs in container ")[1][..12];
        if (deed == "pause")
        {
            await engine.Client.Containers.PauseContainerAsync(container);
        }
        else
        {
            var network = (await engine.Client.Containers.InspectContainerAsync(container)).NetworkSettings.Networks.Keys.First();
            await engine.Client.Networks.DisconnectNetworkAsync(
                network,
                new NetworkDisconnectParameters { Container = container, Force = true }
            );
        }

        await FailsAsync(folder, run, cause, summary, fact);
    }

    [EngineSpec(Timeout = 90_000)]
    public async Task A_process_in_a_container_that_the_kernel_kills_for_want_of_memory_is_the_reason()
    {
        const string child = "sh -c 'x=0123456789; while true; do x=$x$x; done'";
        using var folder = ContainerFiles.Folder(
            engine,
            ContainerFiles.Script($"{OnDemand}; {ContainerFiles.Staying}", more: "memory: 16m", test: Failing)
        );
        using var run = folder.Start("SmokeTest");
        await run.PrintsAsync("Running sh");

        folder.Write("shared/go", child + "\n");

        await FailsAsync(folder, run, "docker.out-of-memory", "lost a process in it", "oom");
    }

    [EngineSpec(Timeout = 120_000)]
    public async Task An_engine_that_is_shut_down_in_order_is_the_reason_and_no_third_party()
    {
        Assert.True(OwnEngine.IsPossible, "It needs an engine of its own: run '.ci/docker install' as root.");
        await using var own = new OwnEngine();
        await own.ReadyAsync();
        using var connection = await EngineConnection.OpenAsync(own.Address, TimeProvider.System, CancellationToken.None);
        await EngineFixture.BuildAsync(connection.Client, EngineFixture.Busybox, EngineFixture.BusyboxFile);
        using var folder = ContainerFiles.Folder(engine, ContainerFiles.Script(OnDemand, test: Failing), own.Address.ToString());
        using var run = folder.Start("SmokeTest");
        await run.PrintsAsync("Running sh");

        await RunTraces.SignalAsync("TERM", own.Pid);

        await FailsAsync(folder, run, "docker.unreachable", "was shut down while service 'backend' ran", "unix://", isLeft: true);
    }

    [EngineSpec(Timeout = 120_000)]
    public async Task An_engine_that_freezes_is_the_reason_and_the_next_teardown_removes_what_was_left()
    {
        Assert.True(OwnEngine.IsPossible, "It needs an engine of its own: run '.ci/docker install' as root.");
        await using var own = new OwnEngine();
        await own.ReadyAsync();
        using var connection = await EngineConnection.OpenAsync(own.Address, TimeProvider.System, CancellationToken.None);
        await EngineFixture.BuildAsync(connection.Client, EngineFixture.Busybox, EngineFixture.BusyboxFile);
        using var folder = ContainerFiles.Folder(engine, ContainerFiles.Script(OnDemand, test: Failing), own.Address.ToString());
        using var run = folder.Start("SmokeTest");
        await run.PrintsAsync("Running sh");

        await RunTraces.SignalAsync("STOP", own.Pid);
        try
        {
            await FailsAsync(folder, run, "docker.unreachable", "has answered nothing for 10 s", "unix://", isLeft: true);
            Assert.Contains(
                "removes it when the engine is back",
                Assert.Single(folder.Result["teardown"]!["leftovers"]!.AsArray())!.ToString(),
                StringComparison.Ordinal
            );
        }
        finally
        {
            await RunTraces.SignalAsync("CONT", own.Pid);
        }

        (await folder.RunAsync("Teardown")).Exits(0);
        Assert.Empty(RunTraces.Leases(folder));
        Assert.Empty(await connection.Client.Containers.ListContainersAsync(new ContainersListParameters { All = true }));
    }

    [EngineSpec(Timeout = 90_000)]
    public async Task An_engine_that_stops_during_the_tests_is_the_reason()
    {
        using var relay = new EngineRelay(engine.Address);
        using var folder = ContainerFiles.Folder(engine, ContainerFiles.Script(OnDemand, test: Failing), relay.Address.ToString());
        using var run = folder.Start("SmokeTest");
        await run.PrintsAsync("Running sh");

        relay.Stop();

        await FailsAsync(folder, run, "docker.unreachable", "stopped answering while service 'backend' ran", "unix://", isLeft: true);
        Assert.Empty(
            await new EngineSweep(new(engine.Address.ToString()), "io.goldenpath.run", (string)folder.Result["runId"]!).RunAsync(
                TimeSpan.Zero,
                TimeSpan.FromSeconds(20),
                CancellationToken.None
            )
        );
    }

    /// <summary>Lets the test fail as soon as the run has noticed, and looks at what it makes of that.</summary>
    private async Task FailsAsync(PipelineFolder folder, RunningCommand run, string cause, string summary, string fact, bool isLeft = false)
    {
        var done = Stopwatch.GetTimestamp();
        await Wait.UntilAsync(() =>
            Journal(folder)
                .Exists(entry =>
                    (string?)entry["kind"] == "service" && !((string)entry["text"]!).EndsWith("started", StringComparison.Ordinal)
                )
        );
        output.WriteLine($"| {summary} | {cause} | {Stopwatch.GetElapsedTime(done).TotalSeconds:0.0} s |");
        folder.Write("fail", "");
        (await run.EndAsync()).Exits(2).SaysNothingOf("   at ");

        var result = folder.Result;
        Assert.Equal(cause, (string?)result["diagnosis"]!["cause"]);
        Assert.Contains(summary, (string?)result["diagnosis"]!["summary"], StringComparison.Ordinal);
        Assert.Contains("(during 'red')", (string?)result["diagnosis"]!["summary"], StringComparison.Ordinal);
        Assert.Equal("red", (string?)result["smoke"]!["failures"]![0]!["test"]);
        Assert.Contains(fact, folder.Read("artifacts/golden-path/latest/evidence/docker-backend.txt"), StringComparison.Ordinal);
        Assert.Equal(!isLeft, (bool)result["teardown"]!["verified"]!);
        EngineContents.CitesWhatIsThere(folder);
    }

    private static List<JsonNode> Journal(PipelineFolder folder) =>
        [
            .. folder
                .Read("artifacts/golden-path/latest/journal.jsonl")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!),
        ];
}
