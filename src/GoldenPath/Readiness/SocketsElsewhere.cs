namespace GoldenPath.Readiness;

/// <summary>The sockets of another machine, which nobody here sees: who listens on the same port of this one has nothing to do with them.</summary>
internal sealed class SocketsElsewhere : SocketTable
{
    /// <inheritdoc/>
    public override IReadOnlyList<PortListener>? On(int port, int? likely = null) => null;

    /// <inheritdoc/>
    public override IReadOnlyList<PortListener>? Of(Func<int, bool> owns) => null;
}
