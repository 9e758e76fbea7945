using System.Runtime.InteropServices;

namespace GoldenPath.Benchmarks.Comparing;

/// <summary>The processor time of the children of this process that have ended, and of theirs.</summary>
internal static partial class ChildTime
{
    private const int Children = -1; // RUSAGE_CHILDREN
    private const int Length = 18; // rusage: two times of two words each, and fourteen figures more.

    public static TimeSpan Total
    {
        get
        {
            var usage = Read();
            return TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3]);
        }
    }

    /// <summary>The most memory that one of them held, in bytes.</summary>
    public static long PeakMemory => Read()[4] * 1024; // Linux counts KiB.

    private static long[] Read()
    {
        var usage = new long[Length];
        return GetUsage(Children, usage) == 0
            ? usage
            : throw new InvalidOperationException("The system does not tell what its processes used.");
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetUsage(int who, [Out] long[] usage);
}
