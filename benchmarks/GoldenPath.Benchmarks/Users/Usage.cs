using System.Diagnostics;

namespace GoldenPath.Benchmarks.Users;

/// <summary>What a process has used since it started.</summary>
/// <param name="Cpu">Processor time, all cores together.</param>
/// <param name="PeakMemory">The largest resident set, in bytes.</param>
internal readonly record struct Usage(TimeSpan Cpu, long PeakMemory)
{
    public static Usage Own
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return Of(process);
        }
    }

    public static Usage Of(Process process)
    {
        process.Refresh();
        return new Usage(process.TotalProcessorTime, process.PeakWorkingSet64);
    }

    /// <summary>What was used since an earlier look; the peak stays the peak.</summary>
    public Usage Since(Usage earlier) => this with { Cpu = Cpu - earlier.Cpu };
}
