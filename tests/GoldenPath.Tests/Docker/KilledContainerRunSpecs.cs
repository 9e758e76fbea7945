using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Docker.DotNet.Models;
using GoldenPath.Guard.Engine;
using GoldenPath.Guard.Leases;
using GoldenPath.Tests.Pipeline;
using Xunit.Abstractions;

namespace GoldenPath.Tests.Docker;

/// <summary>Whoever ends a run of containers, and however, nothing of it is left, and nobody else's is touched.</summary>
[Collection(EngineSpecs.Name)]
public sealed class KilledContainerRunSpecs(EngineFixture engine, ITestOutputHelper output)
{
    private static readonly string Three = $$"""
        name: three
        services:
          database: { container: { image: {{EngineFixture.Busybox}}, command: [sh, -c, "{{ContainerFiles.Staying}}"], volumes: ["data:/data"] }, ready: { log: never, timeout: 60s } }
          cache: { container: { image: {{EngineFixture.Busybox}}, command: [sh, -c, "{{ContainerFiles.Staying}}"] }, ready: { log: never, timeout: 60s } }
          backend: { container: { image: {{EngineFixture.Busybox}}, command: [sh, -c, "{{ContainerFiles.Staying}}"] }, ready: { log: never, timeout: 60s } }
        {{ContainerFiles.Smoke("true")}}
        """;

    [EngineSpec(Timeout = 120_000)]
    public async Task After_SIGKILL_three_containers_their_network_and_their_volume_are_gone_and_look_alikes_stay()
    {
        using var folder = ContainerFiles.Folder(engine, Three);
        using var run = folder.Start("SmokeTest", "--no-issue");
        var id = await UpAsync(folder, run);
        var bystanders = await LookAlikesAsync(id);
        try
        {
            await SendAsync("KILL", run.Pid);

            await IsGoneAsync(id);
            await Wait.UntilAsync(
                () => Directory.GetFiles(Path.Combine(folder.Path, "state"), "*.json").Length == 0,
                what: "the end of the lease"
            );
            foreach (var bystander in bystanders)
            {
                Assert.True((await engine.Client.Containers.InspectContainerAsync(bystander)).State.Running);
            }
        }
        finally
        {
            await Task.WhenAll(
                bystanders.Select(bystander =>
                    engine.Client.Containers.RemoveContainerAsync(bystander, new ContainerRemoveParameters { Force = true })
                )
            );
        }
    }

    [EngineTableSpec(Timeout = 120_000)]
    [InlineData("StartServices", "Ended what 1 killed run(s) had left")]
    [InlineData("Teardown", "")]
    public async Task Where_the_guard_is_killed_too_the_next_command_ends_what_is_left(string next, string words)
    {
        using var folder = ContainerFiles.Folder(engine, Three);
        using var run = folder.Start("SmokeTest", "--no-issue");
        var id = await UpAsync(folder, run);
        var lease = LeaseStore.Read(Directory.GetFiles(Path.Combine(folder.Path, "state"), "*.json").Single())!;

        await SendAsync("KILL", run.Pid, lease.Guard.Pid);
        await run.EndAsync();
        Assert.NotEmpty(await EngineContents.OfRunAsync(engine, id));
        folder.Write(
            "goldenpath.yml",
            "name: next\nservices: { other: { process: { command: [sh, -c, \"echo up; sleep 60\"] }, ready: { log: up } } }\n"
                + ContainerFiles.Smoke("true")
        );
        (await folder.RunAsync(next)).Exits(0).Says(words);

        Assert.Empty(await EngineContents.OfRunAsync(engine, id));
        Assert.DoesNotContain(lease.Id, string.Concat(Directory.GetFiles(Path.Combine(folder.Path, "state"))), StringComparison.Ordinal);
        (await folder.RunAsync("Teardown")).Exits(0);
    }

    [EngineTableSpec(Timeout = 120_000)]
    [InlineData("pull", "INT")]
    [InlineData("pull", "KILL")]
    [InlineData("Compose", "INT")]
    [InlineData("Compose", "KILL")]
    public async Task Nothing_of_a_pull_or_a_project_that_hangs_is_left_within_ten_seconds(string kind, string signal)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0); // A registry that takes connections, and never says a word.
        silent.Start();
        using var folder = ContainerFiles.Folder(
            engine,
            kind == "pull"
                ? ContainerFiles.Script(ContainerFiles.Staying, $"image: {silent.LocalEndpoint}/nobody/nothing:1")
                : ContainerFiles.Compose()
        );
        folder.Write(
            "compose.yml",
            $$"""
            services:
              deaf: { image: {{EngineFixture.Busybox}}, command: [sh, -c, "trap '' TERM; {{ContainerFiles.Staying}}"], stop_grace_period: 60s, healthcheck: { test: ["CMD", "false"], interval: 1s, retries: 1000 } }
              web: { image: {{EngineFixture.Busybox}}, ports: ["${WEB_PORT}:80"], depends_on: { deaf: { condition: service_healthy } } }
            """
        );
        using var run = folder.Start("SmokeTest", "--no-issue");
        await (kind == "pull" ? run.PrintsAsync("Pulling the image") : Wait.UntilAsync(() => Resources(folder).Count > 0));
        var id = Path.GetFileName(Directory.GetDirectories(Path.Combine(folder.Path, "artifacts/golden-path"), "2*").Single());
        await Wait.UntilAsync(
            async () =>
                kind == "pull"
                || (await EngineContents.OfRunAsync(engine, id)).Any(what => what.StartsWith("container", StringComparison.Ordinal)),
            TimeSpan.FromSeconds(60)
        );
        var asked = Stopwatch.GetTimestamp();

        await SendAsync(signal, run.Pid);

        await RunTraces.EndAsync(folder, run.Output);
        await IsGoneAsync(id);
        output.WriteLine($"| {kind} | {signal} | {Stopwatch.GetElapsedTime(asked).TotalSeconds:0.0} s |");
        Assert.Empty(RunTraces.Leases(folder));
    }

    [EngineSpec(Timeout = 120_000)]
    public async Task An_image_that_Compose_built_goes_too_where_the_run_is_killed_before_the_project_is_up()
    {
        using var folder = ContainerFiles.Folder(engine, ContainerFiles.Compose());
        folder.Write(
            "compose.yml",
            $$"""
            services:
              built: { build: image, command: [sh, -c, "{{ContainerFiles.Staying}}"], healthcheck: { test: ["CMD", "false"], interval: 1s, retries: 1000 } }
              web: { image: {{EngineFixture.Busybox}}, ports: ["${WEB_PORT}:80"], depends_on: { built: { condition: service_healthy } } }
            """
        );
        Directory.CreateDirectory(Path.Combine(folder.Path, "image"));
        folder.Write("image/Dockerfile", $"FROM {EngineFixture.Busybox}\nRUN date > /built-{Guid.NewGuid():n}\n");
        using var run = folder.Start("SmokeTest", "--no-issue");
        LeasedResource? image = null;
        await Wait.UntilAsync(
            () => (image = Resources(folder).FirstOrDefault(resource => resource.Kind == LeasedResource.Image)) is not null,
            TimeSpan.FromSeconds(40)
        );
        using var client = new EngineClient(new EngineAddress(engine.Address.ToString()));
        Assert.True(await client.HasAsync(new EngineObject("image", image!.Id), CancellationToken.None));

        await SendAsync("KILL", run.Pid);

        await Wait.UntilAsync(
            async () => !await client.HasAsync(new EngineObject("image", image.Id), CancellationToken.None),
            TimeSpan.FromSeconds(10)
        );
        await Wait.UntilAsync(() => Resources(folder).Count == 0, what: "the end of the lease");
    }

    private static IReadOnlyList<LeasedResource> Resources(PipelineFolder folder)
    {
        var state = Path.Combine(folder.Path, "state");
        return Directory.Exists(state)
            ? [.. Directory.GetFiles(state, "*.json").SelectMany(file => LeaseStore.Read(file)?.Resources ?? [])]
            : [];
    }

    [EngineSpec(Timeout = 120_000)]
    public async Task An_engine_that_hangs_does_not_hold_up_the_teardown()
    {
        using var relay = new EngineRelay(engine.Address);
        using var folder = ContainerFiles.Folder(
            engine,
            ContainerFiles.Script(
                $"{ContainerFiles.Serving}; {ContainerFiles.Staying}",
                test: "until [ -f go ]; do sleep 0.05; done; cp green.xml \"$1\""
            ),
            relay.Address.ToString()
        );
        using var run = folder.Start("SmokeTest", "--no-issue");
        await run.PrintsAsync("Running sh");

        relay.Hang();
        folder.Write("go", "");
        (await run.EndAsync()).Exits(2).Says("did not answer within");

        var result = folder.Result;
        Assert.False((bool)result["teardown"]!["verified"]!);
        Assert.InRange((long)result["teardown"]!["durationMs"]!, 0, 12_000);
        var left = await new EngineSweep(
            new EngineAddress(engine.Address.ToString()),
            "io.goldenpath.run",
            (string)result["runId"]!
        ).RunAsync(TimeSpan.Zero, TimeSpan.FromSeconds(20), CancellationToken.None);
        Assert.Empty(left);
    }

    /// <summary>Waits until all three containers run, and tells the run's id.</summary>
    private async Task<string> UpAsync(PipelineFolder folder, RunningCommand run)
    {
        await run.PrintsAsync("║ WaitForPort8002");
        var id = Path.GetFileName(
            Directory.ResolveLinkTarget(Path.Combine(folder.Path, "artifacts/golden-path/latest"), returnFinalTarget: true)!.FullName
        );
        Assert.Equal(
            ["container", "container", "container", "network", "volume"],
            (await EngineContents.OfRunAsync(engine, id)).Select(what => what.Split(' ')[0]).Order(StringComparer.Ordinal)
        );
        return id;
    }

    private Task IsGoneAsync(string run) =>
        Wait.UntilAsync(
            async () => (await EngineContents.OfRunAsync(engine, run)).Count == 0,
            TimeSpan.FromSeconds(10),
            $"the end of run {run}"
        );

    private async Task<IReadOnlyList<string>> LookAlikesAsync(string run) =>
        [
            await StartAsync($"goldenpath-{run}-backend-2", []),
            await StartAsync($"goldenpath-{run}0", new() { ["io.goldenpath.run"] = run + "0", ["io.goldenpath.service"] = "backend" }),
            await StartAsync(
                $"goldenpath-{run}-database.1",
                new() { ["io.goldenpath.runner"] = run, ["com.docker.compose.project"] = "goldenpath" }
            ),
        ];

    private async Task<string> StartAsync(string name, Dictionary<string, string> labels)
    {
        var created = await engine.Client.Containers.CreateContainerAsync(
            new CreateContainerParameters
            {
                Name = name,
                Image = EngineFixture.Busybox,
                Cmd = ["/bin/sh", "-c", ContainerFiles.Staying],
                Labels = labels,
            }
        );
        await engine.Client.Containers.StartContainerAsync(created.ID, new ContainerStartParameters());
        return created.ID;
    }

    private static async Task SendAsync(string signal, params int[] pids)
    {
        using var kill = Process.Start("kill", [$"-{signal}", .. pids.Select(pid => $"{pid}")]);
        await kill.WaitForExitAsync();
    }
}
