using System.Globalization;
using System.Runtime.Versioning;
using System.Text;

namespace GoldenPath.Guard.Processes;

/// <summary>Reads <c>/proc</c>.</summary>
[SupportedOSPlatform("linux")]
internal static class LinuxProcesses
{
    public static IEnumerable<int> Pids()
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(directory.AsSpan("/proc/".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
            {
                yield return pid;
            }
        }
    }

    public static ProcessEntry? Find(int pid) =>
        Read(pid, "stat") is { Length: > 0 } stat ? Parse(pid, Encoding.UTF8.GetString(stat)) : null;

    public static string Arguments(int pid) => Encoding.UTF8.GetString(Read(pid, "cmdline")).TrimEnd('\0').Replace('\0', ' ');

    public static string? Variable(int pid, string name)
    {
        ReadOnlySpan<byte> environment = Read(pid, "environ");
        var prefix = Encoding.UTF8.GetBytes(name + "=");
        foreach (var range in environment.Split((byte)0))
        {
            if (environment[range].StartsWith(prefix))
            {
                return Encoding.UTF8.GetString(environment[range][prefix.Length..]);
            }
        }
        return null;
    }

    /// <summary>Fields by proc_pid_stat(5). The name stands in parentheses and may hold any character, parentheses too.</summary>
    private static ProcessEntry Parse(int pid, string stat)
    {
        var open = stat.IndexOf('(', StringComparison.Ordinal);
        var close = stat.LastIndexOf(')');
        var fields = stat[(close + 2)..].Split(' ');
        var threads = Number(fields[17]);
        var state = fields[0][0] == 'Z' && threads > 1 ? 'S' : fields[0][0]; // Only its first thread has ended.
        var started = long.Parse(fields[19], CultureInfo.InvariantCulture);
        return new(pid, Number(fields[1]), started, Number(fields[2]), Number(fields[3]), state, stat[(open + 1)..close]);
    }

    private static int Number(string field) => int.Parse(field, CultureInfo.InvariantCulture);

    private static byte[] Read(int pid, string file)
    {
        try
        {
            return File.ReadAllBytes(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/{file}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // Gone meanwhile (ESRCH is an IOException too), or somebody else's.
        }
    }
}
