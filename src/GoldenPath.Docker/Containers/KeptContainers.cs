using Docker.DotNet.Models;
using GoldenPath.Docker.Engine;
using GoldenPath.Guard.Leases;

namespace GoldenPath.Docker.Containers;

/// <summary>Asks an engine for the containers of a service that an earlier command kept. They are known by their label, never by their name.</summary>
internal static class KeptContainers
{
    /// <summary>Whether they all run, or are done; <c>false</c> too where the engine does not answer.</summary>
    public static async Task<bool> StillRunAsync(Engines engines, LeasedResource kept, CancellationToken cancellationToken)
    {
        try
        {
            var engine = await engines.OpenAsync(kept.Engine, cancellationToken);
            var containers = await FindAsync(engine, kept, cancellationToken);
            return containers.Exists(container => container.State.Running)
                && containers.TrueForAll(container => container.State is { Running: true } or { Restarting: true } or { ExitCode: 0 });
        }
        catch (Exception e) when (e is PipelineException || (EngineErrors.IsExpected(e) && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>Finds them.</summary>
    public static async Task<List<ContainerView>> FindAsync(
        EngineConnection engine,
        LeasedResource kept,
        CancellationToken cancellationToken
    )
    {
        var (label, value) = kept.Labels.First();
        var listed = await engine.Client.Containers.ListContainersAsync(
            new ContainersListParameters { All = true, Filters = RunLabels.Filter(label, value) },
            cancellationToken
        );
        var found = new List<ContainerView>();
        foreach (var container in listed.Where(container => kept.Kind != RunLease.Container || container.ID == kept.Id))
        {
            found.Add(new ContainerView(await engine.Client.Containers.InspectContainerAsync(container.ID, cancellationToken)));
        }

        return found;
    }
}
