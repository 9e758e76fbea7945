using System.Collections.Concurrent;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace GoldenPath.Guard.Windows;

/// <summary>The jobs that this process has made, each named by the id of the process that it was made for. That id stays taken, because
/// the guard keeps a handle of the process for as long as it lives itself.</summary>
[SupportedOSPlatform("windows")]
internal static class Jobs
{
    private static readonly ConcurrentDictionary<int, Job> All = new();

    public static ICollection<int> Leaders => All.Keys;

    public static void Keep(int leader, Job job) => All[leader] = job;

    /// <summary>Everything that is alive in the job of a process; nothing where this process has not made it.</summary>
    public static IReadOnlyList<int> Pids(int leader) => All.TryGetValue(leader, out var job) ? job.Pids() : [];

    /// <summary>Ends everything in the job of a process.</summary>
    /// <returns>Whether this process has made that job.</returns>
    public static bool Terminate(int leader, int exitCode) => All.TryGetValue(leader, out var job) && job.Terminate(exitCode);

    /// <summary>The process whose job another one is in; 0 where it is in none that this process has made.</summary>
    public static int LeaderOf(SafeProcessHandle process) => All.FirstOrDefault(made => made.Value.Holds(process)).Key;
}
