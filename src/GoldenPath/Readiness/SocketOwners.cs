using System.Globalization;

namespace GoldenPath.Readiness;

/// <summary>Which processes hold which sockets, read from <c>/proc/*/fd</c>.</summary>
internal static class SocketOwners
{
    private const string Prefix = "socket:[";

    /// <summary>The holders of sockets. Processes are looked at in the order given, and no further than until each socket has one.</summary>
    /// <returns>The holders by inode; a socket whose holder is not visible is missing.</returns>
    public static Dictionary<ulong, List<int>> Find(IReadOnlySet<ulong> inodes, IEnumerable<int> pids)
    {
        var owners = new Dictionary<ulong, List<int>>();
        foreach (var pid in pids)
        {
            if (owners.Count == inodes.Count)
            {
                break;
            }

            foreach (var inode in Sockets(pid).Where(inodes.Contains).Distinct())
            {
                owners.TryAdd(inode, []);
                owners[inode].Add(pid);
            }
        }

        return owners;
    }

    /// <summary>All visible processes: the likely one, then the younger ones (its descendants are among them), then the others.</summary>
    public static IEnumerable<int> Pids(int? likely = null)
    {
        var all = Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var pid) ? pid : 0)
            .Where(pid => pid > 0);
        return likely is { } first ? all.OrderBy(pid => pid == first ? 0 : pid > first ? 1 : 2).ThenBy(pid => pid) : all;
    }

    /// <summary>Whether the open files of a process may be read. One that has ended has none to hide.</summary>
    public static bool IsVisible(int pid)
    {
        try
        {
            _ = Directory.EnumerateFileSystemEntries(Folder(pid)).Any();
            return true;
        }
        catch (IOException)
        {
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IEnumerable<ulong> Sockets(int pid)
    {
        try
        {
            return [.. new DirectoryInfo(Folder(pid)).EnumerateFiles().Select(InodeOf).OfType<ulong>()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // The process is gone, or another user's.
        }
    }

    private static ulong? InodeOf(FileInfo descriptor)
        => descriptor.LinkTarget is { } target && target.StartsWith(Prefix, StringComparison.Ordinal)
            && ulong.TryParse(target.AsSpan(Prefix.Length, target.Length - Prefix.Length - 1), CultureInfo.InvariantCulture, out var inode)
            ? inode
            : null;

    private static string Folder(int pid) => string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/fd");
}
