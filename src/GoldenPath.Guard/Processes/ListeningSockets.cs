using GoldenPath.Guard.Windows;

namespace GoldenPath.Guard.Processes;

/// <summary>The listening sockets of processes that are about to end, so that it can be seen whether these went with them.</summary>
/// <remarks>macOS has no table of sockets to read, and tells of none.</remarks>
internal static class ListeningSockets
{
    /// <summary>The sockets that a process holds; not only those that listen where it takes longer to tell.</summary>
    public static IReadOnlySet<ulong> HeldBy(int pid) =>
        OperatingSystem.IsLinux() ? SocketOwners.HeldBy(pid)
        : OperatingSystem.IsWindows() ? (TcpTable.Listeners() ?? []).Where(row => row.Pid == pid).Select(row => row.Key).ToHashSet()
        : new HashSet<ulong>();

    /// <summary>The ports of those of the sockets that still listen.</summary>
    public static IEnumerable<int> Ports(IReadOnlySet<ulong> sockets) =>
        sockets.Count == 0 ? []
        : OperatingSystem.IsLinux()
            ? ProcNetTcp.Listening().Where(socket => sockets.Contains(socket.Inode)).Select(socket => socket.Local.Port).Distinct()
        : OperatingSystem.IsWindows()
            ? (TcpTable.Listeners() ?? []).Where(row => sockets.Contains(row.Key)).Select(row => row.Local.Port).Distinct()
        : [];
}
