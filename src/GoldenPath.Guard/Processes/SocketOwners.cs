using System.Globalization;

namespace GoldenPath.Guard.Processes;

/// <summary>Which processes hold which sockets, read from <c>/proc/*/fd</c>.</summary>
internal static class SocketOwners
{
    private const string Prefix = "socket:[";

    /// <summary>The holders of sockets. Processes are looked at in the order given, and no further than until each socket has one.</summary>
    /// <returns>The holders by inode; a socket whose holder is not visible is missing.</returns>
    public static Dictionary<ulong, List<int>> Find(IReadOnlySet<ulong> inodes, IEnumerable<int> pids)
    {
        var owners = new Dictionary<ulong, List<int>>();
        foreach (var pid in pids.TakeWhile(_ => owners.Count < inodes.Count))
        {
            try
            {
                Add(pid, inodes, owners);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The process is gone, or another user's.
            }
        }

        return owners;
    }

    /// <summary>The sockets that a process holds; none where it is gone, or another user's.</summary>
    public static IReadOnlySet<ulong> HeldBy(int pid)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(Folder(pid)).Select(InodeOf).OfType<ulong>().ToHashSet();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new HashSet<ulong>();
        }
    }

    /// <summary>All visible processes: the likely one, then the younger ones (its descendants are among them), then the others.</summary>
    public static IEnumerable<int> Pids(int? likely = null)
    {
        var first = likely ?? 0;
        if (likely is not null)
        {
            yield return first; // Before the others are even listed: it usually is the one.
        }

        foreach (var pid in All().Where(pid => pid != first).OrderBy(pid => pid < first).ThenBy(pid => pid))
        {
            yield return pid;
        }
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

    private static void Add(int pid, IReadOnlySet<ulong> inodes, Dictionary<ulong, List<int>> owners)
    {
        // The youngest descriptor first: a service that is just starting has opened what is looked for a moment ago, and each look takes 5 µs.
        var sockets = Directory.EnumerateFileSystemEntries(Folder(pid)).Reverse().Select(InodeOf).OfType<ulong>().Where(inodes.Contains);
        foreach (var inode in sockets.Distinct().Take(inodes.Count))
        {
            owners.TryAdd(inode, []);
            owners[inode].Add(pid);
        }
    }

    private static ulong? InodeOf(string descriptor) =>
        new FileInfo(descriptor).LinkTarget is { } target
        && target.StartsWith(Prefix, StringComparison.Ordinal)
        && ulong.TryParse(target.AsSpan(Prefix.Length, target.Length - Prefix.Length - 1), CultureInfo.InvariantCulture, out var inode)
            ? inode
            : null;

    private static IEnumerable<int> All() =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(path =>
                int.TryParse(Path.GetFileName(path.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : 0
            )
            .Where(pid => pid > 0);

    private static string Folder(int pid) => string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/fd");
}
