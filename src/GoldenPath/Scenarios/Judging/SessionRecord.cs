using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Judging;

/// <summary>Everything that is known of one user's session when it is judged.</summary>
internal sealed record SessionRecord
{
    /// <summary>The user's number, counted from 1.</summary>
    public int User { get; init; } = 1;

    /// <summary>What was sent, and when.</summary>
    public required Trigger Trigger { get; init; }

    /// <summary>The events in the order of their arrival, also those from before the trigger.</summary>
    public required IReadOnlyList<AgentEvent> Events { get; init; }

    /// <summary>How the record ended.</summary>
    public required SessionEnd End { get; init; }
}
