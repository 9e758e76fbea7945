using System.Net;

namespace GoldenPath.Readiness;

/// <summary>The sockets of a Linux machine: <c>/proc/net/tcp*</c> first, then only the processes that can hold what was found there.</summary>
internal sealed class LinuxSocketTable : SocketTable
{
    /// <inheritdoc/>
    public override IReadOnlyList<PortListener>? On(int port, int? likely = null)
        => ProcNetTcp.Exists
            ? WithOwners([.. ProcNetTcp.Listening().Where(socket => socket.Local.Port == port)], SocketOwners.Pids(likely))
            : null;

    /// <inheritdoc/>
    public override IReadOnlyList<PortListener>? Of(Func<int, bool> owns)
        => ProcNetTcp.Exists
            ? [.. WithOwners([.. ProcNetTcp.Listening()], SocketOwners.Pids().Where(owns)).Where(listener => listener.Pids.Count > 0)]
            : null;

    /// <inheritdoc/>
    public override IReadOnlyList<int> ServersOf(IPEndPoint server, IPEndPoint client, int? likely = null)
        => ProcNetTcp.Established(server, client) is { } inode and > 0
            && SocketOwners.Find(new HashSet<ulong> { inode }, SocketOwners.Pids(likely)).TryGetValue(inode, out var pids)
            ? pids
            : [];

    /// <inheritdoc/>
    public override bool HidesAny(Func<int, bool> owns) => SocketOwners.Pids().Where(owns).Any(pid => !SocketOwners.IsVisible(pid));

    private static List<PortListener> WithOwners(List<TcpSocket> sockets, IEnumerable<int> pids)
    {
        var owners = SocketOwners.Find(sockets.Select(socket => socket.Inode).ToHashSet(), pids);
        return sockets.ConvertAll(socket => new PortListener
        {
            EndPoint = socket.Local,
            Pids = owners.GetValueOrDefault(socket.Inode) ?? [],
            UserId = socket.UserId,
            Inode = socket.Inode,
        });
    }
}
