using System.Net;
using GoldenPath.Guard.Processes;

namespace GoldenPath.Readiness;

/// <summary>The sockets of a Linux machine: asked from the kernel, or read from <c>/proc/net</c> where it does not answer; then only the
/// processes are looked at that can hold what was found.</summary>
/// <param name="useNetlink">Whether to ask over netlink first. Default: yes.</param>
internal sealed class LinuxSocketTable(bool useNetlink = true) : SocketTable
{
    /// <inheritdoc/>
    public override IReadOnlyList<PortListener>? On(int port, int? likely = null) =>
        Listening() is { } sockets ? WithOwners([.. sockets.Where(socket => socket.Local.Port == port)], SocketOwners.Pids(likely)) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<PortListener>? Of(Func<int, bool> owns) =>
        Listening() is { } sockets
            ? [.. WithOwners(sockets, SocketOwners.Pids().Where(owns)).Where(listener => listener.Pids.Count > 0)]
            : null;

    /// <inheritdoc/>
    public override IReadOnlyList<int> ServersOf(IPEndPoint server, IPEndPoint client, int? likely = null) =>
        Established(server, client) is { } inode and > 0
        && SocketOwners.Find(new HashSet<ulong> { inode }, SocketOwners.Pids(likely)).TryGetValue(inode, out var pids)
            ? pids
            : [];

    /// <inheritdoc/>
    public override bool HidesAny(Func<int, bool> owns) => SocketOwners.Pids().Where(owns).Any(pid => !SocketOwners.IsVisible(pid));

    private IReadOnlyList<TcpSocket>? Listening() =>
        (useNetlink ? SocketDiagnostics.Listening() : null) ?? (ProcNetTcp.Exists ? [.. ProcNetTcp.Listening()] : null);

    private ulong? Established(IPEndPoint local, IPEndPoint remote) =>
        (useNetlink ? SocketDiagnostics.Established(local, remote) : null) ?? ProcNetTcp.Established(local, remote);

    private static List<PortListener> WithOwners(IReadOnlyList<TcpSocket> sockets, IEnumerable<int> pids)
    {
        var owners = SocketOwners.Find(sockets.Select(socket => socket.Inode).ToHashSet(), pids);
        return
        [
            .. sockets.Select(socket => new PortListener
            {
                EndPoint = socket.Local,
                Pids = owners.GetValueOrDefault(socket.Inode) ?? [],
                IsIPv6Only = socket.IsIPv6Only,
                UserId = socket.UserId,
                Inode = socket.Inode,
            }),
        ];
    }
}
