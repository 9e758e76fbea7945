using System.Globalization;

namespace GoldenPath.Diagnosis.Collecting;

/// <summary>How many processes the kernel has ended for want of memory, as it counts them since it was started.</summary>
/// <remarks>Linux: <c>oom_kill</c> of <c>/proc/vmstat</c> (the machine) and of <c>memory.events</c> of the own control group (version 2). Elsewhere nothing is told.</remarks>
/// <param name="OwnGroup">Those of this process's control group and the groups below it; <c>null</c> where that is not told.</param>
/// <param name="Machine">Those of the machine; <c>null</c> where that is not told.</param>
internal sealed record OutOfMemoryKills(long? OwnGroup, long? Machine)
{
    private const string Root = "/sys/fs/cgroup";

    /// <summary>Reads both.</summary>
    public static OutOfMemoryKills Read() =>
        OperatingSystem.IsLinux() ? new(Count(OwnGroupFile()), Count("/proc/vmstat")) : new(null, null);

    /// <summary>How many more there are than at an earlier time.</summary>
    public OutOfMemoryKills Since(OutOfMemoryKills earlier) => new(OwnGroup - earlier.OwnGroup, Machine - earlier.Machine);

    private static string OwnGroupFile() => Root + Line("/proc/self/cgroup", "0::") + "/memory.events";

    private static long? Count(string file) =>
        long.TryParse(Line(file, "oom_kill "), CultureInfo.InvariantCulture, out var count) ? count : null;

    private static string? Line(string file, string prefix)
    {
        try
        {
            return File.ReadLines(file).FirstOrDefault(line => line.StartsWith(prefix, StringComparison.Ordinal))?[prefix.Length..];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // Not this kind of system: nothing is told.
        }
    }
}
