namespace GoldenPath.Triage;

/// <summary>One run as the history of an incident remembers it.</summary>
/// <param name="RunId">The run's id; a run counts once.</param>
/// <param name="At">When it began.</param>
/// <param name="Outcome">What it meant for the incident.</param>
/// <param name="Commit">The commit that was tested; <c>null</c> where that is not known.</param>
/// <param name="Branch">Its branch; <c>null</c> where that is not known.</param>
/// <param name="Url">The web page of the run; <c>null</c> where it has none.</param>
public sealed record Occurrence(string RunId, DateTimeOffset At, OccurrenceOutcome Outcome, string? Commit, string? Branch, string? Url)
{
    private const int ShortCommit = 12;

    /// <summary>Whether the incident happened in it.</summary>
    public bool IsFailure => Outcome is OccurrenceOutcome.Failed or OccurrenceOutcome.Reopened;

    /// <summary>The first characters of the commit; <c>null</c> where it is not known.</summary>
    public string? CommitId => Commit is { Length: > ShortCommit } ? Commit[..ShortCommit] : Commit;

    /// <summary>Whether both tested the same commit, as far as that is known.</summary>
    public bool HasCommitOf(Occurrence other) => CommitId is not null && CommitId == other.CommitId;
}
