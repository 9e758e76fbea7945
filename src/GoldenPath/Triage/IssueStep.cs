namespace GoldenPath.Triage;

/// <summary>One thing to do at a tracker.</summary>
public abstract record IssueStep;
