using System.Runtime.Versioning;
using GoldenPath.Guard.Windows;

namespace GoldenPath.Guard.Processes;

/// <summary>Asks the processes themselves.</summary>
/// <remarks>Windows has no process groups. The group told here is the job that this process has put the other one into, by the id of the
/// process that it was made for; 0 for all others.</remarks>
[SupportedOSPlatform("windows")]
internal static class WindowsProcesses
{
    /// <summary>Those that run; one that has ended is in no list, but can still be asked as long as somebody has a handle of it.</summary>
    public static IEnumerable<int> Pids() => ProcessList.Pids().Concat(Jobs.Leaders);

    public static ProcessEntry? Find(int pid)
    {
        using var process = ProcessHandle.Open(pid, Kernel32.QueryRight | Kernel32.WaitRight);
        if (process is null || ProcessHandle.StartTime(process) is not { } startTime)
        {
            return null; // Gone, or the system's own.
        }
        var state = ProcessHandle.HasEnded(process) ? 'Z' : 'R';
        return new(pid, ProcessParameters.ParentOf(process), startTime, Jobs.LeaderOf(process), 0, state, ProcessHandle.Name(process));
    }

    public static string Arguments(int pid) => ProcessParameters.CommandLineOf(pid);

    public static string? Variable(int pid, string name)
    {
        var prefix = name + "=";
        var variable = Array.Find(
            ProcessParameters.EnvironmentOf(pid),
            variable => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        );
        return variable?[prefix.Length..];
    }
}
