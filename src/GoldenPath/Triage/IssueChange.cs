namespace GoldenPath.Triage;

/// <summary>What changes in an issue; what is <c>null</c> stays.</summary>
/// <param name="Body">The new body.</param>
/// <param name="State">Whether it is open from now on.</param>
/// <param name="IsDuplicate">Whether it is closed because another one is about the same, rather than because it is done.</param>
public sealed record IssueChange(string? Body = null, TrackedState? State = null, bool IsDuplicate = false);
