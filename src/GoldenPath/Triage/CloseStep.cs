namespace GoldenPath.Triage;

/// <summary>Close an issue whose table tells that its incident is over.</summary>
/// <param name="Number">The issue.</param>
internal sealed record CloseStep(int Number) : IssueStep;
