using System.Globalization;
using System.Runtime.Versioning;

namespace GoldenPath.Guard.Stopping;

/// <summary>The TCP sockets that listen on this machine, by the numbers that the kernel gives them.</summary>
[SupportedOSPlatform("linux")]
internal static class ListeningSockets
{
    private const string Listening = " 0A ";

    /// <summary>The port of each listening socket, by its number.</summary>
    public static IReadOnlyDictionary<string, int> Snapshot()
    {
        var sockets = new Dictionary<string, int>();
        foreach (var line in Lines("/proc/net/tcp").Concat(Lines("/proc/net/tcp6")).Where(line => line.Contains(Listening, StringComparison.Ordinal)))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            sockets[fields[9]] = int.Parse(fields[1].AsSpan(fields[1].LastIndexOf(':') + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }
        return sockets;
    }

    /// <summary>The numbers of the sockets that a process holds.</summary>
    public static IEnumerable<string> HeldBy(int pid)
    {
        const string Prefix = "socket:[";
        foreach (var target in Links($"/proc/{pid}/fd"))
        {
            if (target.StartsWith(Prefix, StringComparison.Ordinal))
            {
                yield return target[Prefix.Length..^1];
            }
        }
    }

    private static IEnumerable<string> Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file).Skip(1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static List<string> Links(string directory)
    {
        List<string> targets = [];
        try
        {
            foreach (var link in new DirectoryInfo(directory).EnumerateFileSystemInfos())
            {
                targets.Add(link.LinkTarget ?? "");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The process ended, or belongs to somebody else.
        }
        return targets;
    }
}
