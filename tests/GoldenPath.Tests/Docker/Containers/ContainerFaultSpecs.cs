using System.Net;
using System.Net.Sockets;
using Docker.DotNet.Models;
using GoldenPath.Configuration;

namespace GoldenPath.Tests.Docker.Containers;

/// <summary>Real faults on a real engine: each is seen for what it is.</summary>
[Collection(EngineSpecs.Name)]
public sealed class ContainerFaultSpecs(EngineFixture engine)
{
    private const string OutOfMemory = "x=0123456789; while true; do x=$x$x; done";

    [EngineSpec]
    public async Task A_missing_image_that_cannot_be_pulled_is_named()
    {
        await using var run = new EngineRun(engine);

        var failure = await FailureOf(run.StartAsync("true", with: host => host with { Image = "127.0.0.1:1/nobody/nothing:7" }));

        Assert.Equal(
            (new Cause(Causes.DockerImageMissing), Verdict.Environment),
            (failure.Cause, Verdicts.Of(Stages.StartServices, failure))
        );
        Assert.Contains(
            "'127.0.0.1:1/nobody/nothing:7' of service 'backend' is not here and cannot be pulled: the registry cannot be reached",
            failure.Summary,
            StringComparison.Ordinal
        );
        Assert.Contains(failure.Remedies, remedy => remedy.Command == "docker pull 127.0.0.1:1/nobody/nothing:7");
    }

    [EngineSpec]
    public async Task A_build_that_fails_shows_its_last_lines()
    {
        await using var run = new EngineRun(engine);
        using var context = new TemporaryFolder();
        context.Write("Dockerfile", $"FROM {EngineFixture.Busybox}", "RUN echo before the fall; exit 3");

        var failure = await FailureOf(
            run.StartAsync(
                "true",
                with: host =>
                    host with
                    {
                        Image = null,
                        Build = new ImageBuildDefinition { Context = context.Path },
                    }
            )
        );

        Assert.Equal(Causes.DockerBuildFailed, failure.Cause);
        Assert.Contains("returned a non-zero code: 3", failure.Summary, StringComparison.Ordinal);
        Assert.Contains(
            failure.Evidence,
            evidence =>
                evidence.Text.Contains("before the fall", StringComparison.Ordinal)
                && evidence.Source.StartsWith("logs/backend.build.log:", StringComparison.Ordinal)
        );
    }

    [EngineSpec]
    public async Task A_container_above_its_memory_limit_is_out_of_memory()
    {
        await using var run = new EngineRun(engine);

        var container = await run.StartAsync(OutOfMemory, with: host => host with { Memory = 16 << 20 });
        await container.Exited;

        var failure = await container.ExplainAsync(null, CancellationToken.None);
        Assert.Equal(Causes.DockerOutOfMemory, failure!.Cause);
        Assert.Contains("limit 16 MiB", failure.Summary, StringComparison.Ordinal);
        Assert.Contains(failure.Evidence, evidence => evidence.Text.Contains("limit 16777216 bytes", StringComparison.Ordinal));
    }

    [EngineSpec]
    public async Task An_unhealthy_container_is_broken_at_once_and_shows_what_its_check_said()
    {
        await using var run = new EngineRun(engine);
        await engine.BuildAsync(
            "golden-path-specs/unhealthy:1",
            $"FROM {EngineFixture.Busybox}",
            "HEALTHCHECK --interval=1s --retries=1 CMD echo the database is away; exit 1"
        );

        var container = await run.StartAsync("sleep 1000", with: host => host with { Image = "golden-path-specs/unhealthy:1" });

        var failure = await container.Broken;
        Assert.Equal(Causes.DockerUnhealthy, failure.Cause);
        Assert.Contains("last with exit code 1: the database is away", failure.Summary, StringComparison.Ordinal);
        Assert.False(container.Healthy.IsCompleted);
        Assert.False(container.Exited.IsCompleted);
    }

    [EngineSpec]
    public async Task A_healthy_container_says_so()
    {
        await using var run = new EngineRun(engine);
        await engine.BuildAsync("golden-path-specs/healthy:1", $"FROM {EngineFixture.Busybox}", "HEALTHCHECK --interval=1s CMD true");

        var container = await run.StartAsync("sleep 1000", with: host => host with { Image = "golden-path-specs/healthy:1" });

        Assert.False(container.Healthy.IsCompleted);
        await container.Healthy;
    }

    [EngineTableSpec]
    [InlineData("sleep 1000", Causes.PortNotListening, "listens on no port inside")]
    [InlineData("exec httpd -f -p 81", Causes.PortWrongPort, "81 inside, while port")]
    [InlineData(
        "exec httpd -f -p 127.0.0.1:80",
        Causes.PortWrongInterface,
        "listens on 127.0.0.1:80 inside, which only processes in the container reach"
    )]
    public async Task A_port_behind_which_nobody_answers_is_explained_from_inside(string script, string cause, string words)
    {
        await using var run = new EngineRun(engine);
        var port = run.FreePort();
        var container = await run.StartAsync(script, port);

        // The engine's proxy accepts, whatever happens inside: that alone says nothing.
        Failure? failure = null;
        await Wait.UntilAsync(async () => (failure = await container.ExplainAsync(port, CancellationToken.None))?.Cause == cause);

        Assert.Contains(words, failure!.Summary, StringComparison.Ordinal);
        Assert.Contains($"port {port}", failure.Summary, StringComparison.Ordinal);
    }

    [EngineSpec]
    public async Task A_port_that_is_answered_needs_no_explanation()
    {
        await using var run = new EngineRun(engine);
        var port = run.FreePort();
        var container = await run.StartAsync("echo ok > /index.html; exec httpd -f -p 80", port);
        await Http.AnswersAsync(port, "/index.html", "ok");

        Assert.Null(await container.ExplainAsync(port, CancellationToken.None));
    }

    [EngineTableSpec]
    [InlineData("", Causes.DockerPortNotPublished, "published: none")]
    [InlineData("0:80", Causes.DockerPortNotPublished, "->80/tcp")]
    [InlineData("127.0.0.2:{port}:80", Causes.PortWrongInterface, "on 127.0.0.2 only")]
    public async Task A_port_that_is_not_published_is_told_at_start(string ports, string cause, string words)
    {
        await using var run = new EngineRun(engine);
        var port = run.FreePort();

        var failure = await FailureOf(run.StartAsync("sleep 1000", port, host => host with { Ports = ports.Length == 0 ? [] : [ports] }));

        Assert.Equal(cause, failure.Cause);
        Assert.Contains(words, failure.Summary, StringComparison.Ordinal);
    }

    [EngineSpec]
    public async Task A_port_that_a_process_holds_is_in_use_and_the_holder_is_named()
    {
        await using var run = new EngineRun(engine);
        using var holder = new TcpListener(IPAddress.Any, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;

        var failure = await FailureOf(run.StartAsync("sleep 1000", port));

        Assert.Equal(Causes.PortInUse, failure.Cause);
        Assert.Contains($"pid {Environment.ProcessId}", failure.Summary, StringComparison.Ordinal);
    }

    [EngineSpec]
    public async Task A_port_that_another_container_holds_is_in_use()
    {
        await using var run = new EngineRun(engine);
        var port = run.FreePort();
        await run.StartAsync("sleep 1000", port, name: "first");

        var failure = await FailureOf(run.StartAsync("sleep 1000", port));

        Assert.Equal(Causes.PortInUse, failure.Cause);
        Assert.Contains($"{port}", failure.Summary, StringComparison.Ordinal);
    }

    [EngineSpec]
    public async Task A_command_that_the_image_does_not_have_is_named()
    {
        await using var run = new EngineRun(engine);

        var failure = await FailureOf(run.StartAsync("", with: host => host with { Command = ["/bin/nothing-of-that-name"] }));

        Assert.Equal(Causes.ExecutableMissing, failure.Cause);
        Assert.Contains("nothing-of-that-name", failure.Summary, StringComparison.Ordinal);
    }

    [EngineTableSpec]
    [InlineData(true, "was removed by somebody else")]
    [InlineData(false, "was ended by somebody else, who sent SIGKILL through the engine")]
    public async Task A_container_that_a_third_party_ends_says_so(bool removed, string words)
    {
        await using var run = new EngineRun(engine);
        var container = await run.StartAsync("sleep 1000");

        await (
            removed
                ? engine.Client.Containers.RemoveContainerAsync(container.ContainerId!, new ContainerRemoveParameters { Force = true })
                : engine.Client.Containers.KillContainerAsync(container.ContainerId!, new ContainerKillParameters { Signal = "KILL" })
        );

        await container.Exited;
        var failure = await container.ExplainAsync(null, CancellationToken.None);
        Assert.Equal(Causes.DockerContainerExited, failure!.Cause);
        Assert.Contains(words, failure.Summary, StringComparison.Ordinal);
    }

    [EngineSpec]
    public async Task An_engine_that_stops_in_the_middle_is_told_at_once()
    {
        using var relay = new EngineRelay(engine.Address);
        await using var run = new EngineRun(engine, relay.Address);
        var container = await run.StartAsync("sleep 1000");

        relay.Stop();

        var failure = await container.Broken;
        Assert.Equal(Causes.DockerUnreachable, failure.Cause);
        Assert.Contains("stopped answering while service 'backend' ran", failure.Summary, StringComparison.Ordinal);
        await container.StopAsync(CancellationToken.None); // Returns, although nobody can stop it.
    }

    [EngineSpec]
    public async Task An_engine_that_vanishes_without_a_word_is_told_too()
    {
        using var relay = new EngineRelay(engine.Address);
        await using var run = new EngineRun(engine, relay.Address);
        var container = await run.StartAsync("sleep 1000");

        relay.Vanish();

        Assert.Equal(Causes.DockerUnreachable, (await container.Broken).Cause);
    }

    private static async Task<Failure> FailureOf(Task start) => (await Assert.ThrowsAsync<PipelineException>(() => start)).Failure;
}
