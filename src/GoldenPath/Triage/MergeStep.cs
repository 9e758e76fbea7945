namespace GoldenPath.Triage;

/// <summary>Move the history of an issue into an older one about the same incident, and close it.</summary>
/// <param name="Duplicate">The issue that goes.</param>
/// <param name="Into">The one that stays.</param>
internal sealed record MergeStep(int Duplicate, int Into) : IssueStep;
