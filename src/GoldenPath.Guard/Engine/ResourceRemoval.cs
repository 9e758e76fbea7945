using GoldenPath.Guard.Leases;

namespace GoldenPath.Guard.Engine;

/// <summary>Removes what a lease names besides processes, from the engines that it is in.</summary>
/// <param name="resources">What the lease names.</param>
/// <param name="time">The clock of the waiting.</param>
internal sealed class ResourceRemoval(IReadOnlyList<LeasedResource> resources, TimeProvider time)
{
    private static readonly TimeSpan HeadStart = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LastSeconds = TimeSpan.FromSeconds(3);

    /// <summary>Removes it while processes are being stopped, who get a moment's head start: they are the ones that use containers.</summary>
    /// <param name="processes">The stop of the processes.</param>
    /// <param name="budget">How long everything may take.</param>
    /// <param name="hurry">Ends all grace.</param>
    /// <returns>What is left, one line each.</returns>
    public async Task<IReadOnlyList<string>> RunBesideAsync(Task processes, TimeSpan budget, CancellationToken hurry)
    {
        var start = time.GetTimestamp();
        if (resources.Count == 0)
        {
            return [];
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(hurry);
        await Task.WhenAny(processes, Task.Delay(HeadStart, time, enough.Token));
        await enough.CancelAsync();
        return await RunAsync(budget - time.GetElapsedTime(start), hurry);
    }

    private IEnumerable<string> Images(EngineAddress engine) =>
        resources.Where(resource => resource.Kind == LeasedResource.Image && resource.Engine == engine).Select(resource => resource.Id);

    /// <summary>Removes it.</summary>
    private async Task<IReadOnlyList<string>> RunAsync(TimeSpan budget, CancellationToken hurry)
    {
        // What remains after the grace is for the removal itself, and for an engine that is slow.
        var grace = hurry.IsCancellationRequested || budget < LastSeconds ? TimeSpan.Zero : budget - LastSeconds;
        var sweeps = resources
            .SelectMany(resource => resource.Labels.Select(label => (resource.Engine, label.Key, label.Value)))
            .Distinct()
            .Select(what => new EngineSweep(what.Engine, what.Key, what.Value, Images(what.Engine), time).RunAsync(grace, budget, hurry));
        return [.. (await Task.WhenAll(sweeps)).SelectMany(left => left).Distinct()];
    }
}
