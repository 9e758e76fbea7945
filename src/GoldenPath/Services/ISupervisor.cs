using GoldenPath.Guard.Leases;

namespace GoldenPath.Services;

/// <summary>Starts the processes of a run and answers for their end, whatever happens to the run itself.</summary>
public interface ISupervisor : IAsyncDisposable
{
    /// <summary>Starts a process in a group of its own.</summary>
    /// <exception cref="PipelineException">The executable is missing or cannot be run.</exception>
    Task<ISupervisedService> StartAsync(ProcessSpec spec, CancellationToken cancellationToken);

    /// <summary>Notes something other than a process, before it is brought about: the end of the run removes it.</summary>
    void Add(LeasedResource resource);

    /// <summary>Notes that it has been removed.</summary>
    void Remove(LeasedResource resource);
}
