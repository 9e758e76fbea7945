namespace GoldenPath.Triage;

/// <summary>One thing to do at a tracker.</summary>
internal abstract record IssueStep;
