namespace GoldenPath.Triage;

/// <summary>Add a run to an issue's table, which opens or closes the issue where the outcome says so.</summary>
/// <param name="Number">The issue.</param>
/// <param name="Outcome">What the run means for it.</param>
/// <param name="Comments">Whether a comment tells people.</param>
/// <param name="IsFlaky">Whether the issue is marked flaky.</param>
internal sealed record RecordStep(int Number, OccurrenceOutcome Outcome, bool Comments, bool IsFlaky) : IssueStep;
