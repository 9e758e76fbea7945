using System.Collections.Concurrent;
using GoldenPath.Guard.Leases;
using GoldenPath.Services;

namespace GoldenPath.Tests.Docker;

/// <summary>Keeps what would be entered into a lease, and starts nothing.</summary>
internal sealed class SupervisorOfSpec : ISupervisor
{
    public ConcurrentQueue<LeasedResource> Resources { get; } = [];

    public Task<ISupervisedService> StartAsync(ProcessSpec spec, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Containers need no processes.");

    public void Add(LeasedResource resource) => Resources.Enqueue(resource);

    public void Remove(LeasedResource resource) { }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
