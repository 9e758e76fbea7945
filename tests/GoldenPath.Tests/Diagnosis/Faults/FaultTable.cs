using GoldenPath.Tests.Diagnosis.Matrix;

namespace GoldenPath.Tests.Diagnosis.Faults;

/// <summary>Every fault that needs no container engine.</summary>
internal static class FaultTable
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        .. StartFaults.All,
        .. VariableFaults.All,
        .. PortFaults.All,
        .. HttpFaults.All,
        .. WebSocketFaults.All,
        .. AuthFaults.All,
        .. EventFaults.All,
        .. DependencyFaults.All,
        .. ResourceFaults.All,
        .. TestFaults.All,
        .. EngineFaults.All,
        .. ProgramFaults.All,
        .. PreparationFaults.All,
        .. MixedFaults.All,
        .. MisleadingFaults.All,
    ];
}
