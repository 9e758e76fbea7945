namespace GoldenPath.Triage;

/// <summary>Mark an issue whose table tells that its incident comes and goes.</summary>
/// <param name="Number">The issue.</param>
internal sealed record MarkFlakyStep(int Number) : IssueStep;
