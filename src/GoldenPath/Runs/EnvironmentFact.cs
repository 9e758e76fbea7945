namespace GoldenPath.Runs;

/// <summary>One fact about where a run took place.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Value">What it was.</param>
internal sealed record EnvironmentFact(string Name, string Value);
