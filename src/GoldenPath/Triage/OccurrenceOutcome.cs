namespace GoldenPath.Triage;

/// <summary>What a run meant for an incident.</summary>
public enum OccurrenceOutcome
{
    /// <summary>It happened.</summary>
    Failed,

    /// <summary>It happened after the issue had been closed, and opened it again.</summary>
    Reopened,

    /// <summary>It did not happen.</summary>
    Passed,

    /// <summary>It did not happen, and that closed the issue.</summary>
    Recovered,
}
