using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace GoldenPath.Guard.Windows;

/// <summary>What the system tells of one process by its handle. As long as that is open, the process's id is nobody else's.</summary>
[SupportedOSPlatform("windows")]
internal static class ProcessHandle
{
    private const int LongestPath = 1024;

    /// <summary>A handle of a process; <c>null</c> where it is gone, or may not be looked at.</summary>
    public static SafeProcessHandle? Open(int pid, uint rights)
    {
        var handle = Kernel32.OpenProcess(rights, inherit: false, pid);
        if (!handle.IsInvalid)
        {
            return handle;
        }
        handle.Dispose();
        return null;
    }

    /// <summary>When it was made, in units of 100 ns since 1601; <c>null</c> where the system does not tell.</summary>
    public static long? StartTime(SafeProcessHandle process) =>
        Kernel32.GetProcessTimes(process, out var created, out _, out _, out _) ? created : null;

    /// <summary>Whether it has ended; it is listed as long as somebody holds a handle of it.</summary>
    public static bool HasEnded(SafeProcessHandle process) => Kernel32.WaitForSingleObject(process, Kernel32.NoTime) == Kernel32.Signalled;

    /// <summary>The file name of its executable; empty where the system does not tell.</summary>
    public static unsafe string Name(SafeProcessHandle process)
    {
        var length = LongestPath;
        var buffer = stackalloc char[length];
        return Kernel32.QueryFullProcessImageName(process, 0, buffer, ref length) ? Path.GetFileName(new string(buffer, 0, length)) : "";
    }

    public static int ExitCode(SafeProcessHandle process) => Kernel32.GetExitCodeProcess(process, out var code) ? code : -1;

    /// <summary>Ends a process at once, if it is the one that was started then.</summary>
    public static void Terminate(int pid, long startTime, int exitCode)
    {
        using var process = Open(pid, Kernel32.TerminateRight | Kernel32.QueryRight);
        if (process is not null && StartTime(process) == startTime)
        {
            Kernel32.TerminateProcess(process, exitCode);
        }
    }
}
