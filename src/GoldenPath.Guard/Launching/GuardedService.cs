using GoldenPath.Guard.Leases;

namespace GoldenPath.Guard.Launching;

/// <summary>A service in the guard's hands.</summary>
/// <param name="Lease">How it stands in the lease.</param>
/// <param name="Child">Its process.</param>
/// <param name="Output">What carries its output into its log.</param>
internal sealed record GuardedService(LeasedService Lease, Child Child, OutputPump Output)
{
    /// <summary>Whether its exit has been entered and reported.</summary>
    public bool IsOver { get; set; }

    /// <summary>Completes when its exit has been entered and reported.</summary>
    public Task Watched { get; set; } = Task.CompletedTask;
}
