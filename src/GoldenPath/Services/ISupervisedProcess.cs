namespace GoldenPath.Services;

/// <summary>A process that this run started, watched until the teardown.</summary>
public interface ISupervisedProcess
{
    /// <summary>The service's or command's name.</summary>
    string Name { get; }

    /// <summary>The id of the started process itself.</summary>
    int Pid { get; }

    /// <summary>Completes when the process has ended; never faults.</summary>
    Task<ProcessExit> Exited { get; }

    /// <summary>Where its output goes.</summary>
    string LogFile { get; }

    /// <summary>Whether a process belongs to what this start brought about: the process itself, its descendants, and
    /// descendants that left the group or were re-parented.</summary>
    bool Owns(int pid);

    /// <summary>Stops it and everything that it started: signal, grace, kill of the whole tree. Idempotent.</summary>
    Task StopAsync(CancellationToken cancellationToken);
}
