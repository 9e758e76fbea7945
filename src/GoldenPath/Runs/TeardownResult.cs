namespace GoldenPath.Runs;

/// <summary>How the teardown ended.</summary>
/// <param name="Verified">Whether it was proved that nothing of the run is left.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
/// <param name="Leftovers">What is left, in words with ids.</param>
public sealed record TeardownResult(bool Verified, long DurationMs, IReadOnlyList<string> Leftovers);
