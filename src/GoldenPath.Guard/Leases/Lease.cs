using GoldenPath.Guard.Processes;

namespace GoldenPath.Guard.Leases;

/// <summary>What one run has started: enough for anybody to end exactly that, and nothing else. Holds no secrets.</summary>
internal sealed record Lease
{
    /// <summary>The version of the format that this code reads and writes.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The name of the environment variable by which processes of a run are recognised.</summary>
    public const string Marker = "GOLDENPATH_RUN";

    /// <summary>The version of the format.</summary>
    public required int Schema { get; init; }

    /// <summary>The lease's own name: the run's id and a random end. Also in the marker of each process.</summary>
    public required string Id { get; init; }

    /// <summary>The run's id.</summary>
    public required string RunId { get; init; }

    /// <summary>The full path of the checkout that it ran in.</summary>
    public required string Checkout { get; init; }

    /// <summary>The full path of the run's folder.</summary>
    public required string RunFolder { get; init; }

    /// <summary>Where the process ids mean something.</summary>
    public required MachineIdentity Machine { get; init; }

    /// <summary>The build that started it.</summary>
    public required ProcessIdentity Owner { get; init; }

    /// <summary>The guard that is the parent of its processes.</summary>
    public required ProcessIdentity Guard { get; init; }

    /// <summary>Whether the services were left running on purpose, until somebody tears them down.</summary>
    public bool Kept { get; init; }

    /// <summary>What was started, in this order.</summary>
    public required IReadOnlyList<LeasedService> Services { get; init; }

    /// <summary>What was brought about besides processes.</summary>
    public required IReadOnlyList<LeasedResource> Resources { get; init; }

    /// <summary>The value of the marker for a service.</summary>
    internal string MarkerOf(string service) => $"{Id}/{Uri.EscapeDataString(service)}";
}
