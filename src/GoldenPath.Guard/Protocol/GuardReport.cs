using GoldenPath.Guard.Processes;

namespace GoldenPath.Guard.Protocol;

/// <summary>A line from the guard to its owner. Exactly one member is set.</summary>
internal sealed record GuardReport
{
    /// <summary>The guard itself; its first report.</summary>
    public ProcessIdentity? Ready { get; init; }

    public StartReport? Started { get; init; }

    public ExitReport? Exited { get; init; }

    public StopReport? Stopped { get; init; }

    /// <summary>Whether the guard goes on without its owner.</summary>
    public bool? Released { get; init; }

    /// <summary>What a person should know, in one line.</summary>
    public string? Note { get; init; }

    /// <summary>Why the guard cannot work at all, in one line; its last report.</summary>
    public string? Refusal { get; init; }
}
