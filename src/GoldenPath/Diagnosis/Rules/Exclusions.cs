using GoldenPath.Diagnosis.Explanations;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>The causes that captured facts exclude.</summary>
internal static class Exclusions
{
    private static readonly (string Cause, Func<Case, bool> IsExcluded)[] Table =
    [
        (Causes.ServiceNotStarted, broken => broken.Service is { IsExternal: false, State: not ServiceState.NotStarted }),
        (Causes.ProcessExited, broken => broken.Service is { State: ServiceState.Running }),
        (
            Causes.ProcessKilled,
            broken => broken.Service is { State: ServiceState.Running } or { State: ServiceState.Ended, Signal: null, Code: < 128 }
        ),
        (
            Causes.PortInUse,
            broken =>
                !Speaks(broken, SignKind.AddressInUse)
                && broken.Port(broken.Service?.Port) is { } port
                && port.Listeners.All(listener => listener.Service == broken.Service!.Name)
        ),
        (Causes.PortNotListening, broken => broken.Service is { State: ServiceState.Running } service && Listens(broken, service)),
        (
            Causes.DiskFull,
            broken => !Speaks(broken, SignKind.DiskFull) && broken.File.Disks.Count > 0 && broken.File.Disks.All(disk => !disk.IsFull)
        ),
        (
            Causes.OutOfMemory,
            broken => !Speaks(broken, SignKind.OutOfMemory) && broken.File.Memory is { Kills: 0 } or { KillsOnMachine: 0 }
        ),
    ];

    // What a log tells of is not excluded by what was looked at later.
    private static bool Speaks(Case broken, SignKind kind) =>
        new[] { broken.Story, broken.TestStory }.OfType<Story>().Any(story => story.Signs.Any(sign => sign.Kind == kind));

    private static bool Listens(Case broken, ServiceFact service) =>
        broken.File.Ports.Any(port => port.Listeners.Any(listener => listener.Service == service.Name));

    /// <summary>What is excluded, apart from what is said.</summary>
    public static IReadOnlyList<string> Of(Case broken, string said) =>
        [.. Table.Where(row => row.Cause != said && row.IsExcluded(broken)).Select(row => row.Cause)];
}
