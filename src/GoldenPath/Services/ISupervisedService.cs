namespace GoldenPath.Services;

/// <summary>A process that this run started, watched until the teardown.</summary>
public interface ISupervisedService
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

    /// <summary>The id of the container that it is, or that answers for it; <c>null</c> for a process.</summary>
    string? ContainerId => null;

    /// <summary>The host that its ports are published on, where a container engine on another machine runs it; <c>null</c> for this machine.</summary>
    string? Host => null;

    /// <summary>Completes when something other than its end has decided that it will not become ready: unhealthy, restarting over
    /// and over, its engine gone. Never faults; for a plain process it never completes.</summary>
    Task<Failure> Broken => Unbroken.Forever;

    /// <summary>How long it may take until its end, or that it is broken, is noticed here. Default: 100 ms.</summary>
    TimeSpan NoticedWithin => TimeSpan.FromMilliseconds(100);

    /// <summary>Completes when its health check has succeeded; at once where it has none, as plain processes do.</summary>
    Task Healthy => Task.CompletedTask;

    /// <summary>Whether what runs it says that connections to a port of this machine, or of <see cref="Host"/>, reach it. It holds where the process that
    /// listens is another user's, or belongs to a container engine.</summary>
    bool Publishes(int port) => false;

    /// <summary>What only its host can tell about its end, or about why nothing answers on its port: asked before the wait's own
    /// words are taken.</summary>
    /// <returns>The failure; <c>null</c> where the host knows no more than anybody.</returns>
    Task<Failure?> ExplainAsync(int? port, CancellationToken cancellationToken) => Task.FromResult<Failure?>(null);
}
