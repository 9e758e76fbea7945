using System.Net;

namespace GoldenPath.Readiness;

/// <summary>Waits until a service is proved ready, or until it is decided that it will not be.</summary>
/// <remarks>
/// Ready means: at one address of the host all probes were answered as declared, the log said what it should, and what answers belongs to what this
/// run started. The wait has no fixed ticks: pauses are a fraction of the time waited so far, so the lag stays in proportion to the start of the
/// service. It ends early when the process ends, its host says that it is broken, or somebody else answers on the port.
/// It does not prove that the service stays ready: <see cref="ServiceWatch"/> looks after that.
/// </remarks>
/// <param name="time">The clock. Default: the system's.</param>
/// <param name="sockets">Who listens where. Default: <see cref="SocketTable.OfThisMachine"/>.</param>
internal sealed class ReadinessWait(TimeProvider? time = null, SocketTable? sockets = null)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly SocketTable _sockets = sockets ?? SocketTable.OfThisMachine;

    /// <summary>What a host name stands for; replaced where a machine's <c>localhost</c> has one family only.</summary>
    internal Func<string, CancellationToken, Task<IReadOnlyList<IPAddress>>> Resolve { get; init; } = TargetAddresses.ResolveAsync;

    /// <summary>Waits for one service.</summary>
    /// <param name="target">The service, its probes and its process.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>That it is ready, or why not. A failure is a result here, not an exception.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<ReadinessOutcome> WaitAsync(ReadinessTarget target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        var addresses = target.Port is null ? [] : await Resolve(target.Host, cancellationToken);
        var session = new OngoingWait(target, addresses, _time, target.Process?.Host is null ? _sockets : new SocketsElsewhere());
        return target.Port is not null && addresses.Count == 0
            ? session.Fail(UnknownHost(target))
            : await session.WaitAsync(cancellationToken);
    }

    private static Failure UnknownHost(ReadinessTarget target) =>
        new()
        {
            Cause = Causes.ServiceNotStarted,
            Service = target.Service,
            Summary = $"Service '{target.Service}' cannot be reached: this machine knows no address of the host '{target.Host}'.",
            Remedies = [new("See what the name resolves to.", $"getent hosts {target.Host}")],
        };
}
