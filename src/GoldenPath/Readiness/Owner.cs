namespace GoldenPath.Readiness;

/// <summary>Whose listener takes the connections to an address.</summary>
/// <param name="Kind">How it stands to this run.</param>
/// <param name="Listener">The listener; <c>null</c> where none is visible.</param>
/// <param name="Pid">The process; <c>null</c> where it is not visible.</param>
internal sealed record Owner(OwnerKind Kind, PortListener? Listener, int? Pid)
{
    /// <summary>The listener in words.</summary>
    public string? Description => Listener is null ? null : PortHolder.Describe(Pid is { } pid ? Listener with { Pids = [pid] } : Listener);
}
