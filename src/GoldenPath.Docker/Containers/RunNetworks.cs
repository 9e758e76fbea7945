using System.Collections.Concurrent;
using Docker.DotNet;
using Docker.DotNet.Models;
using GoldenPath.Docker.Engine;
using GoldenPath.Services;

namespace GoldenPath.Docker.Containers;

/// <summary>The networks of runs, one each, on which container services find each other by their names.</summary>
internal sealed class RunNetworks
{
    private readonly ConcurrentDictionary<string, Task<RunNetwork>> _networks = [];

    /// <summary>The network of a run; the first container makes it.</summary>
    public Task<RunNetwork> OfAsync(EngineConnection engine, ServiceStart start, CancellationToken cancellationToken) =>
        _networks.GetOrAdd(start.Folder.RunId, _ => CreateAsync(engine, start, cancellationToken));

    /// <summary>Removes a network when its last container has left it.</summary>
    public async Task LeaveAsync(EngineConnection engine, RunNetwork network, CancellationToken cancellationToken)
    {
        try
        {
            await engine.Client.Networks.DeleteNetworkAsync(network.Id, cancellationToken);
            _networks.TryRemove(network.RunId, out _);
        }
        catch (DockerApiException)
        {
            // Others are still on it, or it is gone.
        }
    }

    private static async Task<RunNetwork> CreateAsync(EngineConnection engine, ServiceStart start, CancellationToken cancellationToken)
    {
        var name = "goldenpath-" + start.Folder.RunId;
        var wanted = new NetworksCreateParameters { Name = name, CheckDuplicate = true, Labels = RunLabels.Of(start) };
        var created = await engine.Client.Networks.CreateNetworkAsync(wanted, cancellationToken);
        return new RunNetwork(start.Folder.RunId, name, created.ID);
    }
}
