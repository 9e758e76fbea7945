using System.Diagnostics;
using GoldenPath.Docker.Engine;

namespace GoldenPath.Tests.Docker;

/// <summary>Podman's service, which speaks the API of Docker's engine, with its own socket and data.</summary>
internal sealed class PodmanEngine : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Process _service;

    public PodmanEngine()
    {
        // Neither systemd nor limits that a container's machine does not grant; the runtime of Docker's package knows every kind of control groups.
        _folder.Write(
            "containers.conf",
            """
            [containers]
            default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]
            [engine]
            runtime = "runc"
            cgroup_manager = "cgroupfs"
            events_logger = "file"
            """
        );
        _service = Process.Start(
            new ProcessStartInfo("podman", [.. Storage, "system", "service", "--time", "0", Address.ToString()])
            {
                RedirectStandardError = true,
                Environment = { ["CONTAINERS_CONF"] = _folder.File("containers.conf") },
            }
        )!;
        _service.BeginErrorReadLine();
    }

    /// <summary>Why its specs are skipped; <c>null</c> where they run.</summary>
    public static string? ReasonToSkip { get; } =
        !OwnEngine.IsPossible ? EngineOfThisMachine.Missing
        : Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "podman"))) ? null
        : "These specs need Podman: run '.ci/docker install' as root.";

    public LocatedEngine Address => new() { Endpoint = new Uri("unix://" + _folder.File("podman.sock")), Source = "DOCKER_HOST" };

    private string[] Storage => ["--root", _folder.File("root"), "--runroot", _folder.File("runroot"), "--storage-driver", "vfs"];

    /// <summary>Waits until it answers, and has an image.</summary>
    public async Task ReadyAsync()
    {
        await Wait.UntilAsync(() => File.Exists(Address.Endpoint.LocalPath), TimeSpan.FromSeconds(30));
        using var connection = await EngineConnection.OpenAsync(Address, TimeProvider.System, CancellationToken.None);
        await EngineFixture.BuildAsync(connection.Client, EngineFixture.Busybox, EngineFixture.BusyboxFile);
    }

    public async ValueTask DisposeAsync()
    {
        _service.Kill();
        await _service.WaitForExitAsync();
        _service.Dispose();
        _folder.Dispose();
    }
}
