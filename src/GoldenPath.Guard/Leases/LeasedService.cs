using GoldenPath.Guard.Processes;

namespace GoldenPath.Guard.Leases;

/// <summary>A process that a run started, and how to end it.</summary>
internal sealed record LeasedService
{
    /// <summary>The service's or command's name; unique in its lease.</summary>
    public required string Name { get; init; }

    /// <summary>The started process itself. Its id is also the id of its process group.</summary>
    public required ProcessIdentity Process { get; init; }

    /// <summary>The services that it needs; it is stopped before them.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>The number of the signal that asks it to stop.</summary>
    public required int StopSignal { get; init; }

    /// <summary>How many milliseconds it may take to stop.</summary>
    public required int GraceMs { get; init; }

    /// <summary>The port it is meant to listen on; <c>null</c> for none.</summary>
    public int? Port { get; init; }

    /// <summary>Where it answers; <c>null</c> as long as that is not known.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Where its output goes.</summary>
    public required string LogFile { get; init; }

    /// <summary>How it ended; <c>null</c> while it runs.</summary>
    public LeasedExit? Exit { get; init; }
}
