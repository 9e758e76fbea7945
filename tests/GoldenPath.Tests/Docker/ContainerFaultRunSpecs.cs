using System.Net;
using System.Net.Sockets;
using GoldenPath.Docker.Engine;
using GoldenPath.Tests.Pipeline;

namespace GoldenPath.Tests.Docker;

/// <summary>Each fault of a container's start through the whole pipeline: the right cause, with evidence that is in the run folder.</summary>
[Collection(EngineSpecs.Name)]
public sealed class ContainerFaultRunSpecs(EngineFixture engine)
{
    [EngineTableSpec(Timeout = 90_000)]
    [InlineData("exit 0", "docker.container-exited", "ended by itself with exit code 0", "exit code: 0")]
    [InlineData("exit 1", "docker.container-exited", "exited with code 1", "die exitCode=1")]
    [InlineData("exit 137", "docker.container-exited", "ended with SIGKILL (exit code 137)", "killed for want of memory: no")]
    [InlineData("sh -c 'kill -SEGV $$'; exit $?", "docker.container-exited", "crashed with SIGSEGV (exit code 139)", "exit code: 139")]
    [InlineData("x=0123456789; while true; do x=$x$x; done", "docker.out-of-memory", "(limit 16 MiB)", "memory limit: 16777216 bytes")]
    public async Task A_container_that_ends_at_start(string script, string cause, string summary, string fact)
    {
        using var folder = ContainerFiles.Folder(engine, ContainerFiles.Script($"echo last words; {script}", more: "memory: 16m"));

        await FailsAsync(folder, cause, summary, fact);
        Assert.Contains("last words", folder.Read("artifacts/golden-path/latest/logs/backend.log"), StringComparison.Ordinal);
    }

    [EngineTableSpec(Timeout = 90_000)]
    [InlineData("", "port.not-listening", "listens on no port inside", "sockets inside the container: none listens")]
    [InlineData("httpd -p 81; ", "port.wrong-port", "81 inside, while port", "sockets inside the container: ")]
    [InlineData(
        "httpd -p 127.0.0.1:80; ",
        "port.wrong-interface",
        "listens on 127.0.0.1:80 inside",
        "sockets inside the container: 127.0.0.1:80"
    )]
    public async Task A_container_behind_whose_port_nobody_answers(string script, string cause, string summary, string fact)
    {
        using var folder = ContainerFiles.Folder(
            engine,
            ContainerFiles.Script($"trap 'exit 0' TERM; {script}{ContainerFiles.Staying}", timeout: "3s")
        );

        await FailsAsync(folder, cause, summary, fact);
    }

    [EngineTableSpec(Timeout = 90_000)]
    [InlineData(
        "image: 127.0.0.1:1/nobody/nothing:7",
        "[\"{port}:80\"]",
        "docker.image-missing",
        "the registry cannot be reached",
        "docker pull 127.0.0.1:1/nobody/nothing:7: "
    )]
    [InlineData("build: image", "[\"{port}:80\"]", "docker.build-failed", "returned a non-zero code: 3", "docker build: ")]
    [InlineData(
        "image: golden-path-specs/busybox:1",
        "[]",
        "docker.port-not-published",
        "does not publish port",
        "docker inspect: NetworkSettings.Ports: "
    )]
    [InlineData(
        "image: golden-path-specs/busybox:1",
        "[\"127.0.0.2:{port}:80\"]",
        "port.wrong-interface",
        "on 127.0.0.2 only",
        "docker inspect: NetworkSettings.Ports: "
    )]
    public async Task A_container_that_is_declared_wrongly(string image, string ports, string cause, string summary, string fact)
    {
        using var folder = ContainerFiles.Folder(
            engine,
            ContainerFiles.Script($"trap 'exit 0' TERM; {ContainerFiles.Staying}", image, ports)
        );
        Directory.CreateDirectory(Path.Combine(folder.Path, "image"));
        folder.Write("image/Dockerfile", $"FROM {EngineFixture.Busybox}\nRUN echo before the fall; exit 3\n");

        await FailsAsync(folder, cause, summary, fact);
    }

    [EngineSpec(Timeout = 90_000)]
    public async Task A_port_that_somebody_holds()
    {
        using var holder = new TcpListener(IPAddress.Any, 0);
        holder.Start();
        using var folder = ContainerFiles.Folder(engine, ContainerFiles.Script(ContainerFiles.Staying));

        await FailsAsync(
            folder,
            "port.in-use",
            $"pid {Environment.ProcessId}",
            $"pid {Environment.ProcessId}",
            "--port",
            $"{((IPEndPoint)holder.LocalEndpoint).Port}"
        );
    }

    [EngineTableSpec(Timeout = 90_000)]
    [InlineData("restart: always", "sleep 0.1; exit 4", "docker.crash-loop", "last with exit code 4", "policy Always")]
    [InlineData(
        "healthcheck: { test: [CMD-SHELL, 'echo the database is away; exit 1'], interval: 1s, retries: 1 }",
        "sleep 60",
        "docker.unhealthy",
        "the database is away",
        "health check "
    )]
    [InlineData(
        "mem_limit: 16m",
        "x=0123456789; while true; do x=$$x$$x; done",
        "docker.out-of-memory",
        "(limit 16 MiB)",
        "killed for want of memory: yes"
    )]
    public async Task A_part_of_a_Compose_project_that_goes_wrong(string more, string script, string cause, string summary, string fact)
    {
        using var folder = ContainerFiles.Folder(engine, ContainerFiles.Compose());
        folder.Write(
            "compose.yml",
            $$"""
            services:
              web: { image: {{EngineFixture.Busybox}}, command: [sh, -c, "{{script}}"], ports: ["${WEB_PORT}:80"], {{more}} }
            """
        );

        await FailsAsync(folder, cause, summary, fact);
    }

    [EngineSpec(Timeout = 90_000)]
    public async Task An_engine_whose_disk_is_full()
    {
        using var small = new TemporaryFolder();
        Assert.True(OwnEngine.IsPossible, "A full disk needs an engine of its own: run '.ci/docker install' as root.");
        await MountAsync("mount", "-t", "tmpfs", "-o", "size=32m", "golden-path-specs", small.Path);
        try
        {
            await using var own = new OwnEngine(small.Path);
            await own.ReadyAsync();
            using var connection = await EngineConnection.OpenAsync(own.Address, TimeProvider.System, CancellationToken.None);
            await EngineFixture.BuildAsync(connection.Client, EngineFixture.Busybox, EngineFixture.BusyboxFile);
            Fill(small.File("everything"));
            using var folder = ContainerFiles.Folder(engine, ContainerFiles.Script(ContainerFiles.Staying), own.Address.ToString());

            await FailsAsync(folder, "resource.disk-full", "The disk of the Docker engine is full", "no space left on device");

            File.Delete(small.File("everything")); // An engine that cannot write does not end.
        }
        finally
        {
            await MountAsync("umount", "--lazy", small.Path);
        }
    }

    private static async Task MountAsync(string program, params string[] arguments)
    {
        using var command = System.Diagnostics.Process.Start(program, arguments);
        await command.WaitForExitAsync();
        Assert.Equal(0, command.ExitCode);
    }

    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // That was all.
        }
    }

    private async Task FailsAsync(PipelineFolder folder, string cause, string summary, string fact, params string[] arguments)
    {
        (await folder.RunAsync(["SmokeTest", .. arguments])).Exits(2).SaysNothingOf("   at ");

        var result = folder.Result;
        Assert.Equal("environment", (string?)result["verdict"]);
        Assert.Equal(cause, (string?)result["diagnosis"]!["cause"]);
        Assert.Contains(summary, (string?)result["diagnosis"]!["summary"], StringComparison.Ordinal);
        Assert.Contains(fact, folder.Read("artifacts/golden-path/latest/evidence/docker-backend.txt"), StringComparison.Ordinal);
        Assert.True((bool)result["teardown"]!["verified"]!);
        Assert.Empty(await EngineContents.OfRunAsync(engine, (string)result["runId"]!));
        EngineContents.CitesWhatIsThere(folder);
    }
}
