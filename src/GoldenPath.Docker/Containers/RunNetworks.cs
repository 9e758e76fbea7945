using System.Collections.Concurrent;
using Docker.DotNet.Models;
using GoldenPath.Docker.Engine;
using GoldenPath.Services;

namespace GoldenPath.Docker.Containers;

/// <summary>The networks of runs, one each, on which container services find each other by their names. The end of the run removes them.</summary>
internal sealed class RunNetworks
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _networks = [];

    /// <summary>The name of a run's network; the first container makes it.</summary>
    public Task<string> OfAsync(EngineConnection engine, ServiceStart start, CancellationToken cancellationToken) =>
        _networks.GetOrAdd(start.Folder.RunId, _ => new Lazy<Task<string>>(() => CreateAsync(engine, start, cancellationToken))).Value;

    private static async Task<string> CreateAsync(EngineConnection engine, ServiceStart start, CancellationToken cancellationToken)
    {
        var name = "goldenpath-" + start.Folder.RunId;
        var wanted = new NetworksCreateParameters
        {
            Name = name,
            CheckDuplicate = true,
            Labels = RunLabels.Of(start),
        };
        await engine.Client.Networks.CreateNetworkAsync(wanted, cancellationToken);
        return name;
    }
}
