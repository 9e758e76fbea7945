using Docker.DotNet.Models;
using GoldenPath.Docker.Engine;
using GoldenPath.Guard.Engine;
using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Processes;
using GoldenPath.Services;
using GoldenPath.Tests.Docker;
using GoldenPath.Tests.Services;

namespace GoldenPath.Tests.Guard.Engine;

/// <summary>What a run made in an engine goes with it, and nothing else does.</summary>
[Collection(EngineSpecs.Name)]
public sealed class EngineSweepSpecs(EngineFixture engine) : IAsyncLifetime
{
    private readonly string _run = "sweep-" + Guid.NewGuid().ToString("n")[..12];
    private readonly List<string> _bystanders = [];

    public async Task InitializeAsync()
    {
        await RunAsync($"goldenpath-{_run}-unlabelled", []);
        await RunAsync($"goldenpath-{_run}-longer", new() { [RunLabels.Run] = _run + "0" });
        await RunAsync($"goldenpath-{_run}-other-label", new() { ["io.goldenpath.runner"] = _run });
    }

    public async Task DisposeAsync()
    {
        foreach (var id in _bystanders)
        {
            await engine.Client.Containers.RemoveContainerAsync(id, new ContainerRemoveParameters { Force = true });
        }
    }

    [EngineSpec]
    public async Task When_the_owner_is_killed_its_containers_network_and_volume_are_gone_and_look_alikes_stay()
    {
        await MakeAsync();
        await using var run = OwnedRun.Start("hold", $"{engine.Address} {RunLabels.Run} {_run}", [OwnedRun.Shell("exec sleep 1000")]);
        await run.SaysAsync("holding");
        await Wait.UntilAsync(() => run.Lease.Resources.Count == 1);

        run.Kill();

        await run.NothingIsLeftAsync();
        Assert.Empty(await LeftAsync());
        await BystandersAreWellAsync();
    }

    [EngineSpec]
    public async Task What_a_run_left_before_the_machine_was_started_anew_is_removed()
    {
        await MakeAsync();
        using var folder = new TemporaryFolder();
        var earlier = new MachineIdentity(MachineIdentity.Current.Machine, "earlier", MachineIdentity.Current.Namespace);
        var resource = new LeasedResource
        {
            Kind = "run",
            Id = _run,
            Labels = new Dictionary<string, string> { [RunLabels.Run] = _run },
            Engine = new EngineAddress(engine.Address.ToString()),
        };
        // The ids are alive here, and somebody else's.
        new LeaseStore(folder.Path).Write(
            new Lease
            {
                Schema = Lease.CurrentSchema,
                Id = _run,
                RunId = _run,
                Checkout = folder.Path,
                RunFolder = folder.Path,
                Machine = earlier,
                Owner = ProcessIdentity.Current,
                Guard = ProcessIdentity.Current,
                Services = [],
                Resources = [resource],
            }
        );

        var swept = await new LeaseRegistry(folder.Path).SweepAsync(CancellationToken.None);

        Assert.Equal([_run], swept.Runs);
        Assert.Empty(swept.Leftovers);
        Assert.Empty(await LeftAsync());
        await BystandersAreWellAsync();
    }

    [EngineSpec]
    public async Task An_engine_that_hangs_is_waited_for_no_longer_than_the_budget()
    {
        using var relay = new EngineRelay(engine.Address);
        relay.Hang();

        var left = await new EngineSweep(new EngineAddress(relay.Address.ToString()), RunLabels.Run, _run).RunAsync(
            TimeSpan.Zero,
            TimeSpan.FromSeconds(1),
            CancellationToken.None
        );

        Assert.Contains("did not answer within 1 s", Assert.Single(left), StringComparison.Ordinal);
    }

    [EngineSpec]
    public async Task An_engine_that_is_gone_is_told()
    {
        var left = await new EngineSweep(new EngineAddress("unix:///nonexistent/docker.sock"), RunLabels.Run, _run).RunAsync(
            TimeSpan.Zero,
            TimeSpan.FromSeconds(1),
            CancellationToken.None
        );

        Assert.Contains("cannot be asked", Assert.Single(left), StringComparison.Ordinal);
    }

    [EngineSpec]
    public async Task Who_needs_others_is_stopped_before_them()
    {
        var stops = new List<string>();
        using var connection = await EngineConnection.OpenAsync(engine.Address, TimeProvider.System, CancellationToken.None);
        await using var events = EventPump.Start(
            connection,
            ("label", $"{RunLabels.Run}={_run}"),
            message => stops.AddRange(message.Action == "die" ? [message.Actor.Attributes[RunLabels.Service]] : []),
            _ => { }
        );
        await RunAsync(null, Labels("database", ""), isOurs: true);
        await RunAsync(null, Labels("web", "backend"), isOurs: true);
        await RunAsync(null, Labels("backend", "database"), isOurs: true);

        var left = await new EngineSweep(new EngineAddress(engine.Address.ToString()), RunLabels.Run, _run).RunAsync(
            TimeSpan.FromSeconds(5),
            TimeSpan.FromSeconds(20),
            CancellationToken.None
        );

        Assert.Empty(left);
        await Wait.UntilAsync(() => stops.Count == 3);
        Assert.Equal(["web", "backend", "database"], stops);
    }

    private Dictionary<string, string> Labels(string service, string needs) =>
        new()
        {
            [RunLabels.Run] = _run,
            [RunLabels.Service] = service,
            [RunLabels.Needs] = needs,
        };

    private async Task MakeAsync()
    {
        var labels = Labels("backend", "");
        await engine.Client.Networks.CreateNetworkAsync(new NetworksCreateParameters { Name = _run, Labels = labels });
        await engine.Client.Volumes.CreateAsync(new VolumesCreateParameters { Name = _run, Labels = labels });
        for (var i = 0; i < 3; i++)
        {
            await RunAsync(null, labels, isOurs: true, new HostConfig { NetworkMode = _run, Binds = [$"{_run}:/data"] });
        }
    }

    private async Task RunAsync(string? name, Dictionary<string, string> labels, bool isOurs = false, HostConfig? host = null)
    {
        var created = await engine.Client.Containers.CreateContainerAsync(
            new CreateContainerParameters
            {
                Name = name,
                Image = EngineFixture.Busybox,
                Cmd = ["/bin/sh", "-c", "trap 'exit 0' TERM; while true; do sleep 0.05; done"],
                Labels = labels,
                HostConfig = host,
            }
        );
        await engine.Client.Containers.StartContainerAsync(created.ID, new ContainerStartParameters());
        if (!isOurs)
        {
            _bystanders.Add(created.ID);
        }
    }

    private async Task<IEnumerable<string>> LeftAsync()
    {
        using var client = new EngineClient(new EngineAddress(engine.Address.ToString()));
        return (await client.FindAsync(RunLabels.Run, _run, CancellationToken.None)).Select(what => what.ToString());
    }

    private async Task BystandersAreWellAsync()
    {
        foreach (var id in _bystanders)
        {
            Assert.True((await engine.Client.Containers.InspectContainerAsync(id)).State.Running);
        }
    }
}
