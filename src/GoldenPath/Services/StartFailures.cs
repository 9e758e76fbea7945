using GoldenPath.Guard.Protocol;

namespace GoldenPath.Services;

/// <summary>Words why nothing could be started.</summary>
internal static class StartFailures
{
    public static Failure Of(ProcessSpec spec, LaunchFailure failure) =>
        new()
        {
            Cause = failure.Kind switch
            {
                LaunchFailureKind.Executable or LaunchFailureKind.Directory => Causes.ExecutableMissing,
                LaunchFailureKind.Disk => Causes.DiskFull,
                _ => Causes.ServiceNotStarted,
            },
            Summary = $"'{spec.Name}' could not be started: {failure.Message}",
            Details = [$"Command: {string.Join(' ', spec.Command)}", $"Directory: {spec.Directory}"],
            Service = spec.Name,
            Remedies = failure.Kind switch
            {
                LaunchFailureKind.Executable =>
                [
                    new($"Install '{spec.Command[0]}', or correct the command of '{spec.Name}' in the configuration."),
                ],
                LaunchFailureKind.Directory => [new($"Correct the directory of '{spec.Name}' in the configuration.")],
                LaunchFailureKind.Disk => [new("Make room on the disk, or correct its permissions.", "df -h")],
                _ => [],
            },
        };

    public static Failure NoGuard(string reason) =>
        new()
        {
            Cause = Causes.ServiceNotStarted,
            Summary = $"The guard, which starts and ends all services, could not be started: {reason}",
            Remedies = [new("Build again: GoldenPath.Guard.dll must lie beside GoldenPath.dll.")],
        };

    public static Failure NoLease(string directory, string reason) =>
        new()
        {
            Cause = Causes.DiskFull,
            Summary = $"Nothing was started, because it could not be written down what to end: {reason}",
            Details = [$"Leases lie in {directory}."],
            Remedies = [new("Make room there, or choose another folder.", "export GOLDENPATH_STATE=/path/to/folder")],
        };

    public static Failure GuardLost(string how) =>
        new()
        {
            Cause = Causes.ProcessKilled,
            Summary = $"The guard of this run ended although nobody asked it to ({how}). Its services are being ended.",
            Remedies = [new("See whether the machine ran out of memory, or who killed it.", "dmesg | tail")],
        };
}
