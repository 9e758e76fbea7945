namespace GoldenPath.Runs;

/// <summary>What a shard came to, as the merged result tells it.</summary>
/// <param name="Number">Which shard, from 1.</param>
/// <param name="RunId">Its run.</param>
/// <param name="Verdict">What it concluded.</param>
/// <param name="Cause">Why it broke; <c>null</c> where it did not, or nobody knows.</param>
/// <param name="Passed">How many tests passed.</param>
/// <param name="Failed">How many failed.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
public sealed record ShardSummary(int Number, string RunId, Verdict Verdict, Cause? Cause, int Passed, int Failed, long DurationMs);
