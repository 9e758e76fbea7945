using GoldenPath.Configuration;
using GoldenPath.Docker.Compose;
using GoldenPath.Docker.Containers;
using GoldenPath.Docker.Engine;
using GoldenPath.Guard.Engine;
using GoldenPath.Guard.Leases;
using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Tests.Docker;

/// <summary>A run with an engine: starts services, and at its end lets nothing of itself behind.</summary>
internal sealed class EngineRun : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Engines _engines;
    private readonly ContainerHost _containers;
    private readonly LocatedEngine _sweepAt;
    private readonly List<PortReservation> _ports = [];
    private string? _state;

    public EngineRun(EngineFixture fixture, LocatedEngine? through = null, string? id = null)
    {
        _sweepAt = fixture.Address;
        var address = through ?? fixture.Address;
        _engines = new Engines(new EngineLocator(name => name == "DOCKER_HOST" ? address.ToString() : null, "/nonexistent"));
        _containers = new ContainerHost(_engines);
        Folder = new RunFolder(_folder.Path, id ?? "spec-" + Guid.NewGuid().ToString("n")[..12]);
        Directory.CreateDirectory(Folder.LogsDirectory);
    }

    public RunFolder Folder { get; }

    public ConsoleOfSpec Console { get; } = new();

    public ISupervisor Supervisor { get; private init; } = new SupervisorOfSpec();

    /// <summary>A run with a real guard, for what starts processes.</summary>
    public static async Task<EngineRun> GuardedAsync(EngineFixture fixture)
    {
        var state = Directory.CreateTempSubdirectory("golden-path-leases-").FullName;
        var id = "spec-" + Guid.NewGuid().ToString("n")[..12];
        var options = new SupervisorOptions
        {
            RunId = id,
            Checkout = state,
            RunFolder = state,
            LeaseDirectory = state,
        };
        var supervisor = await GuardedSupervisor.StartAsync(options, CancellationToken.None);
        return new EngineRun(fixture, null, id) { Supervisor = supervisor, _state = state };
    }

    /// <summary>Writes a Compose file and brings it up.</summary>
    public Task<ISupervisedService> ComposeAsync(string file, int? port, Func<ComposeHostDefinition, ComposeHostDefinition>? with = null)
    {
        _folder.Write("stack/compose.yml", file);
        var host = new ComposeHostDefinition
        {
            Files = [_folder.File("stack/compose.yml")],
            Stop = new StopDefinition { Grace = TimeSpan.FromSeconds(1) },
        };
        return new ComposeHost(_engines).StartAsync(Describe(with is null ? host : with(host), port, "backend"), CancellationToken.None);
    }

    /// <summary>The folder of the run's configuration.</summary>
    public string In(string name) => _folder.File(name);

    /// <summary>A port that no other spec gets until this run has ended.</summary>
    public int FreePort()
    {
        _ports.Add(GoldenPath.Services.FreePort.Reserve());
        return _ports[^1].Port;
    }

    /// <summary>Starts a container of busybox that runs a shell script.</summary>
    public Task<ISupervisedService> StartAsync(
        string script,
        int? port = null,
        Func<ContainerHostDefinition, ContainerHostDefinition>? with = null,
        string name = "backend"
    ) =>
        StartAsync(
            new ContainerHostDefinition
            {
                Image = EngineFixture.Busybox,
                Command = ["/bin/sh", "-c", script],
                Ports = port is { } published ? [$"{published}:80"] : [],
                Directory = _folder.Path,
                Stop = new StopDefinition { Grace = TimeSpan.FromSeconds(1) },
            },
            port,
            with,
            name
        );

    public Task<ISupervisedService> StartAsync(
        ContainerHostDefinition host,
        int? port,
        Func<ContainerHostDefinition, ContainerHostDefinition>? with = null,
        string name = "backend"
    ) => _containers.StartAsync(Describe(with is null ? host : with(host), port, name), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Supervisor.DisposeAsync();
        _ports.ForEach(port => port.Dispose());
        _engines.Dispose();
        _folder.Dispose();
        var endpoint = new EngineAddress(_sweepAt.ToString());
        var left = await new EngineSweep(endpoint, "io.goldenpath.run", Folder.RunId).RunAsync(
            TimeSpan.Zero,
            TimeSpan.FromSeconds(20),
            CancellationToken.None
        );
        Assert.Empty(left);
        if (_state is not null)
        {
            Assert.Empty(Directory.EnumerateFiles(_state, "*.json"));
            Directory.Delete(_state, recursive: true);
        }
    }

    private ServiceStart Describe(HostDefinition host, int? port, string name) =>
        new(
            new ServiceDefinition
            {
                Name = name,
                Host = host,
                Port = port,
            },
            port,
            Folder,
            (text, _) => Task.FromResult(text.Replace("{port}", port?.ToString(), StringComparison.Ordinal)),
            Supervisor,
            Console
        );
}
