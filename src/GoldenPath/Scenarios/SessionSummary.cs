namespace GoldenPath.Scenarios;

/// <summary>How one user's session went.</summary>
internal sealed record SessionSummary
{
    /// <summary>The user's number, counted from 1.</summary>
    public required int User { get; init; }

    /// <summary>Whether nothing was wrong with it.</summary>
    public required bool Passed { get; init; }

    /// <summary>How long the login took; <c>null</c> where there was none.</summary>
    public TimeSpan? Login { get; init; }

    /// <summary>How long the upgrade took, with the ready frame; <c>null</c> where it failed.</summary>
    public TimeSpan? Connect { get; init; }

    /// <summary>When each event of the run came first, counted from sending.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Events { get; init; } = new Dictionary<string, TimeSpan>();

    /// <summary>When the trigger was sent, on the clock of the run; <c>null</c> where it never was.</summary>
    public TimeSpan? Sent { get; init; }

    /// <summary>What happened from then on, and how it ended.</summary>
    public IReadOnlyList<SessionStep> Steps { get; init; } = [];

    /// <summary>How many messages were received.</summary>
    public int Messages { get; init; }

    /// <summary>The session in one line: <c>0.00 s sent → 0.01 agent_started → …</c>.</summary>
    public string Timeline { get; init; } = "";
}
