namespace GoldenPath.Guard.Processes;

/// <summary>The processes of this machine. Linux reads <c>/proc</c>; macOS asks <c>libproc</c> (not tested there); Windows
/// asks the processes.</summary>
internal static class ProcessTable
{
    /// <summary>A process by its id; <c>null</c> where there is none.</summary>
    public static ProcessEntry? Find(int pid) =>
        OperatingSystem.IsLinux() ? LinuxProcesses.Find(pid)
        : OperatingSystem.IsMacOS() ? MacProcesses.Find(pid)
        : OperatingSystem.IsWindows() ? WindowsProcesses.Find(pid)
        : null;

    /// <summary>Every process that this user may see, by id. Not one moment: processes come and go while it is read.</summary>
    public static IReadOnlyDictionary<int, ProcessEntry> Snapshot() =>
        Pids().Select(Find).OfType<ProcessEntry>().DistinctBy(entry => entry.Pid).ToDictionary(entry => entry.Pid);

    /// <summary>The command line of a process with single spaces between its arguments; its name where the system keeps the
    /// arguments to itself; empty where there is no such process. It may hold secrets: redact it before it is shown.</summary>
    public static string CommandLine(int pid)
    {
        var arguments =
            OperatingSystem.IsLinux() ? LinuxProcesses.Arguments(pid)
            : OperatingSystem.IsMacOS() ? MacProcesses.Arguments(pid)
            : OperatingSystem.IsWindows() ? WindowsProcesses.Arguments(pid)
            : "";
        return arguments.Length > 0 ? arguments : Find(pid)?.Name ?? "";
    }

    /// <summary>A variable of the environment that a process was started with; <c>null</c> where it has none or belongs to another user.</summary>
    public static string? Variable(int pid, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return OperatingSystem.IsLinux() ? LinuxProcesses.Variable(pid, name)
            : OperatingSystem.IsMacOS() ? MacProcesses.Variable(pid, name)
            : OperatingSystem.IsWindows() ? WindowsProcesses.Variable(pid, name)
            : null;
    }

    private static IEnumerable<int> Pids() =>
        OperatingSystem.IsLinux() ? LinuxProcesses.Pids()
        : OperatingSystem.IsMacOS() ? MacProcesses.Pids()
        : OperatingSystem.IsWindows() ? WindowsProcesses.Pids()
        : [];
}
