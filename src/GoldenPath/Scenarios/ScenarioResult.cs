namespace GoldenPath.Scenarios;

/// <summary>What came of walking a scenario.</summary>
internal sealed record ScenarioResult
{
    /// <summary>The scenario.</summary>
    public required string Name { get; init; }

    /// <summary>Whether nothing was wrong, in any session.</summary>
    public bool Passed => Violations.Count == 0;

    /// <summary>How long it took, from the first login to the last goodbye.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The sessions, by user.</summary>
    public required IReadOnlyList<SessionSummary> Sessions { get; init; }

    /// <summary>What was wrong, redacted; the most telling first.</summary>
    public required IReadOnlyList<Violation> Violations { get; init; }

    /// <summary>What was wrong, as the stage reports it; <c>null</c> where it passed.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Lines for a person: the timelines of the sessions, or their spread where there are many.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}
