using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.Versioning;

namespace GoldenPath.Guard.Processes;

/// <summary>What System.Diagnostics tells about processes: neither parents nor environments. Not tested.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsProcesses
{
    public static IEnumerable<int> Pids()
    {
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                yield return process.Id;
            }
        }
    }

    public static ProcessEntry? Find(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return new(
                pid,
                0,
                process.StartTime.ToUniversalTime().Ticks,
                0,
                process.SessionId,
                process.HasExited ? 'Z' : 'R',
                process.ProcessName
            );
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null; // Gone, or protected.
        }
    }
}
