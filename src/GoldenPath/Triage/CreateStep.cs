namespace GoldenPath.Triage;

/// <summary>File a new issue.</summary>
/// <param name="Follows">The issue about an earlier time of the same incident, to be linked; <c>null</c> where there was none.</param>
internal sealed record CreateStep(int? Follows) : IssueStep;
