using GoldenPath.Configuration;
using GoldenPath.Guard.Leases;

namespace GoldenPath.Services;

/// <summary>Starts services of one kind: processes, containers, compose projects.</summary>
public interface IServiceHost
{
    /// <summary>Whether it starts services that are declared like this.</summary>
    bool Runs(HostDefinition host);

    /// <summary>Looks whether what it needs is there, before any run.</summary>
    /// <returns>What it found, in words; <c>null</c> where it needs nothing.</returns>
    /// <exception cref="PipelineException">It is not there.</exception>
    Task<string?> ExamineAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Starts a service and returns as soon as it has been started, not when it is ready.</summary>
    /// <exception cref="PipelineException">It could not be started.</exception>
    Task<ISupervisedService> StartAsync(ServiceStart start, CancellationToken cancellationToken);

    /// <summary>Whether what an earlier command started and kept still runs. Only asked of hosts that note resources with a service.</summary>
    /// <param name="kept">What its lease says of it.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<bool> StillRunsAsync(LeasedResource kept, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>Takes up a service that an earlier command started and kept.</summary>
    /// <param name="start">The service.</param>
    /// <param name="kept">What its lease says of it.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="PipelineException">It is gone meanwhile.</exception>
    Task<ISupervisedService> TakeUpAsync(ServiceStart start, LeasedResource kept, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType().Name} keeps nothing.");
}
