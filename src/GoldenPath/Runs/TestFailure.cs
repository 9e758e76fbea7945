namespace GoldenPath.Runs;

/// <summary>A failed test or scenario.</summary>
/// <param name="Test">Its name.</param>
/// <param name="File">The file it is in, with its line where that is known; <c>null</c> where neither is.</param>
/// <param name="Error">What it said, redacted and bounded.</param>
public sealed record TestFailure(string Test, string? File, string Error);
