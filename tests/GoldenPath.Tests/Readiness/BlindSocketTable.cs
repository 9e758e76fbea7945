using GoldenPath.Readiness;

namespace GoldenPath.Tests.Readiness;

/// <summary>A machine that does not tell who listens.</summary>
internal sealed class BlindSocketTable : SocketTable
{
    public override IReadOnlyList<PortListener>? On(int port, int? likely = null) => null;

    public override IReadOnlyList<PortListener>? Of(Func<int, bool> owns) => null;
}
