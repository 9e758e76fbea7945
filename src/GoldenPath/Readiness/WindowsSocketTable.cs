using System.Net;
using System.Runtime.Versioning;
using GoldenPath.Guard.Windows;

namespace GoldenPath.Readiness;

/// <summary>The sockets of a Windows machine. The table names the process that opened a socket, whoever inherited it since.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsSocketTable : SocketTable
{
    /// <inheritdoc/>
    public override IReadOnlyList<PortListener>? On(int port, int? likely = null) =>
        All()?.Where(listener => listener.EndPoint.Port == port).ToList();

    /// <inheritdoc/>
    public override IReadOnlyList<PortListener>? Of(Func<int, bool> owns) => All()?.Where(listener => listener.Pids.Any(owns)).ToList();

    /// <inheritdoc/>
    public override IReadOnlyList<int> ServersOf(IPEndPoint server, IPEndPoint client, int? likely = null) =>
        [
            .. (TcpTable.Connections() ?? [])
                .Where(row => Is(row.Local, server) && Is(row.Remote, client))
                .Select(row => row.Pid)
                .Where(pid => pid > 0),
        ];

    /// <summary>Windows names every owner. What only acts as Windows may name none, and then no listener is held against anybody.</summary>
    public override bool HidesAny(Func<int, bool> owns) => (TcpTable.Listeners() ?? []).Any(row => row.Pid == 0);

    private static IEnumerable<PortListener>? All() =>
        TcpTable.Listeners()?.Select(row => new PortListener { EndPoint = row.Local, Pids = row.Pid > 0 ? [row.Pid] : [] });

    /// <summary>A socket of both families lists its connections over IPv4 under mapped addresses.</summary>
    private static bool Is(IPEndPoint listed, IPEndPoint end) =>
        listed.Port == end.Port && Plain(listed.Address).Equals(Plain(end.Address));

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
