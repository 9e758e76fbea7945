using Docker.DotNet.Models;
using GoldenPath.Docker.Engine;
using GoldenPath.Services;

namespace GoldenPath.Tests.Docker.Compose;

/// <summary>Projects of a real Docker Compose on a real engine.</summary>
[Collection(EngineSpecs.Name)]
public sealed class ComposeSpecs(EngineFixture engine)
{
    private const string Stack = $$"""
        version: "2.4"
        services:
          database:
            image: {{EngineFixture.Busybox}}
            command: sh -c 'echo ready > /up; sleep 1000'
            healthcheck: { test: [CMD, test, -f, /up], interval: 1s, retries: 20 }
            volumes: [data:/data]
          migration:
            image: {{EngineFixture.Busybox}}
            command: sh -c 'echo migrated'
            depends_on: { database: { condition: service_healthy } }
          web:
            image: {{EngineFixture.Busybox}}
            command: sh -c 'echo $$GREETING > /index.html; echo serving; exec httpd -f -p 80'
            environment: { GREETING: "${GREETING:-hello}" }
            ports: ["${WEB_PORT:-8002}:80"]
            depends_on: { database: { condition: service_healthy }, migration: { condition: service_started } }
          debugger:
            image: {{EngineFixture.Busybox}}
            command: sleep 1000
            profiles: [debug]
        volumes: { data: {} }
        """;

    [EngineSpec]
    public async Task A_project_of_several_services_comes_up_without_a_change()
    {
        await using var run = await EngineRun.GuardedAsync(engine);
        var port = run.FreePort();

        var project = await run.ComposeAsync(
            Stack,
            port,
            host => host with { Environment = new Dictionary<string, string> { ["WEB_PORT"] = "{port}" } }
        );

        await Http.AnswersAsync(port, "/index.html", "hello");
        Assert.True(project.Publishes(port));
        Assert.Equal(64, project.ContainerId!.Length);
        Assert.Equal(run.Folder.LogFile("backend"), project.LogFile);
        await Wait.UntilAsync(() => File.ReadAllText(project.LogFile).Contains("serving", StringComparison.Ordinal));
        await Wait.UntilAsync(() =>
            File.Exists(run.Folder.LogFile("backend.migration"))
            && File.ReadAllText(run.Folder.LogFile("backend.migration")).Contains("migrated", StringComparison.Ordinal)
        );
        await project.Healthy;
        Assert.False(project.Exited.IsCompleted || project.Broken.IsCompleted, "A one-shot that is done breaks nothing.");
        Assert.Equal(["database", "migration", "web"], await ServicesAsync(run));
        await project.StopAsync(CancellationToken.None);
        Assert.Empty(await ServicesAsync(run));
    }

    [EngineSpec]
    public async Task Named_services_profiles_and_environment_files_are_honoured()
    {
        await using var run = await EngineRun.GuardedAsync(engine);
        var port = run.FreePort();
        await File.WriteAllTextAsync(run.In("own.env"), $"WEB_PORT={port}\nGREETING=from-a-file\n");

        await run.ComposeAsync(
            Stack,
            port,
            host => host with { Services = ["web", "debugger"], Profiles = ["debug"], EnvironmentFiles = [run.In("own.env")] }
        );

        await Http.AnswersAsync(port, "/index.html", "from-a-file");
        Assert.Equal(["database", "debugger", "migration", "web"], await ServicesAsync(run));
    }

    [EngineSpec]
    public async Task A_fixed_container_name_that_is_taken_is_explained_and_its_holder_left_alone()
    {
        await using var run = await EngineRun.GuardedAsync(engine);
        var name = "spec-" + Guid.NewGuid().ToString("n")[..8];
        var holder = await engine.Client.Containers.CreateContainerAsync(
            new CreateContainerParameters
            {
                Name = name,
                Image = EngineFixture.Busybox,
                Cmd = ["true"],
            }
        );
        try
        {
            var failure = await FailureOf(run.ComposeAsync(Web("true", $"container_name: {name}"), null));

            Assert.Equal(Causes.DockerComposeInvalid, failure.Cause);
            Assert.Contains(
                $"fixes container_name '{name}', which container {holder.ID[..12]} (created) has; it is not touched",
                failure.Summary,
                StringComparison.Ordinal
            );
            Assert.Equal(holder.ID, (await engine.Client.Containers.InspectContainerAsync(name)).ID);
        }
        finally
        {
            await engine.Client.Containers.RemoveContainerAsync(holder.ID, new ContainerRemoveParameters { Force = true });
        }
    }

    [EngineTableSpec]
    [InlineData("exit 3", "", Causes.DockerContainerExited, "(Compose service 'web') exited with code 3")]
    [InlineData("sleep 0.1; exit 4", "restart: always", Causes.DockerCrashLoop, "last with exit code 4")]
    [InlineData(
        "sleep 1000",
        "healthcheck: { test: [CMD, 'false'], interval: 1s, retries: 1 }",
        Causes.DockerUnhealthy,
        "(Compose service 'web') is unhealthy"
    )]
    public async Task A_part_that_goes_wrong_is_named_with_its_reason(string script, string more, string cause, string words)
    {
        await using var run = await EngineRun.GuardedAsync(engine);

        var failure = await EndOf(run.ComposeAsync(Web(script, more), null));

        Assert.Equal(cause, failure.Cause);
        Assert.Contains(words, failure.Summary, StringComparison.Ordinal);
    }

    [EngineSpec]
    public async Task A_port_that_the_project_does_not_publish_is_told_at_start()
    {
        await using var run = await EngineRun.GuardedAsync(engine);
        var port = run.FreePort();

        var failure = await FailureOf(run.ComposeAsync(Web("sleep 1000", "ports: ['80']"), port));

        Assert.Equal(Causes.DockerPortNotPublished, failure.Cause);
        Assert.Contains($"does not publish port {port}", failure.Summary, StringComparison.Ordinal);
    }

    [EngineSpec]
    public async Task Replicas_behind_one_port_take_it_from_each_other_and_no_process_is_accused()
    {
        await using var run = await EngineRun.GuardedAsync(engine);
        var port = run.FreePort();

        var failure = await FailureOf(run.ComposeAsync(Web("sleep 1000", $"ports: ['{port}:80']\n    scale: 2"), port));

        Assert.Equal(Causes.DockerComposeInvalid, failure.Cause);
        Assert.Contains($"port {port} is to be published more than once", failure.Summary, StringComparison.Ordinal);
        Assert.Contains("(Compose service 'web') of the same project", failure.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain(failure.Remedies, remedy => remedy.Command?.Contains("kill", StringComparison.Ordinal) == true);
    }

    [EngineTableSpec]
    [InlineData("services: { web: { imag: x } }", "imag")]
    [InlineData("services: [", "")]
    public async Task A_file_that_Compose_refuses_is_called_invalid(string file, string words)
    {
        await using var run = await EngineRun.GuardedAsync(engine);

        var failure = await FailureOf(run.ComposeAsync(file, null));

        Assert.Equal(Causes.DockerComposeInvalid, failure.Cause);
        Assert.Contains(words, string.Join('\n', failure.Details) + failure.Summary, StringComparison.Ordinal);
    }

    [EngineSpec]
    public async Task An_image_that_cannot_be_pulled_is_named()
    {
        await using var run = await EngineRun.GuardedAsync(engine);

        var failure = await FailureOf(run.ComposeAsync("services: { web: { image: '127.0.0.1:1/nobody/nothing:7' } }", null));

        Assert.Equal(Causes.DockerImageMissing, failure.Cause);
    }

    private static string Web(string script, string more) =>
        $"""
            version: "2.4"
            services:
              web:
                image: {EngineFixture.Busybox}
                command: sh -c '{script}'
                {more}
            """;

    private static async Task<Failure> FailureOf(Task start) => (await Assert.ThrowsAsync<PipelineException>(() => start)).Failure;

    /// <summary>The failure that a project ends with, whether it shows in the start or after it.</summary>
    private static async Task<Failure> EndOf(Task<ISupervisedService> start)
    {
        try
        {
            var project = await start;
            await Task.WhenAny(project.Exited, project.Broken);
            return project.Broken.IsCompleted ? await project.Broken : (await project.ExplainAsync(null, CancellationToken.None))!;
        }
        catch (PipelineException e)
        {
            return e.Failure;
        }
    }

    private async Task<IEnumerable<string>> ServicesAsync(EngineRun run)
    {
        var all = await engine.Client.Containers.ListContainersAsync(
            new ContainersListParameters
            {
                All = true,
                Filters = RunLabels.Filter("com.docker.compose.project", $"goldenpath-{run.Folder.RunId}-backend"),
            }
        );
        return all.Select(container => container.Labels["com.docker.compose.service"]).Order(StringComparer.Ordinal);
    }
}
