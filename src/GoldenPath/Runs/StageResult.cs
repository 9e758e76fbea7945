namespace GoldenPath.Runs;

/// <summary>How a stage went.</summary>
/// <param name="Name">The target's name.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="OffsetMs">When it began, in milliseconds from the start of the run.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
public sealed record StageResult(string Name, StageOutcome Outcome, long OffsetMs, long DurationMs);
