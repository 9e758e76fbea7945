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
                LaunchFailureKind.Executable => [Mend(spec, failure.Message)],
                LaunchFailureKind.Directory => [new($"Correct the directory of '{spec.Name}' in the configuration.")],
                LaunchFailureKind.Disk => [new("Make room on the disk, or correct its permissions.", FileCommands.Room())],
                _ => [],
            },
        };

    // A file of the service's own is not installed: it is built, fetched, or made to be run.
    private static Remedy Mend(ProcessSpec spec, string message)
    {
        var command = spec.Command[0];
        var file = $"'{Path.GetFullPath(command, spec.Directory).Replace("'", "'\\''", StringComparison.Ordinal)}'";
        return message.Contains("carriage return", StringComparison.Ordinal)
                ? new("Convert its line ends, and keep them so (.gitattributes: *.sh text eol=lf).", $"sed -i 's/\\r$//' {file}")
            : message.Contains("execute permission", StringComparison.Ordinal)
                ? new("Make it executable, and keep it so in the repository (git update-index --chmod=+x).", $"chmod +x {file}")
            : command.Contains('/', StringComparison.Ordinal)
                ? new($"Build or fetch '{command}' before the run, or correct the command of '{spec.Name}' in the configuration.")
            : new($"Install '{command}', or correct the command of '{spec.Name}' in the configuration.");
    }

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
            Remedies =
            [
                new(
                    "Make room there, or choose another folder.",
                    OperatingSystem.IsWindows() ? @"$env:GOLDENPATH_STATE = 'C:\path\to\folder'" : "export GOLDENPATH_STATE=/path/to/folder"
                ),
            ],
        };

    public static Failure GuardLost(string how) =>
        new()
        {
            Cause = Causes.ProcessKilled,
            Summary = $"The guard of this run ended although nobody asked it to ({how}). Its services are being ended.",
            Remedies =
            [
                new(
                    "See whether the machine ran out of memory, or who killed it.",
                    OperatingSystem.IsWindows() ? "Get-WinEvent -LogName System -MaxEvents 20" : "dmesg | tail"
                ),
            ],
        };
}
