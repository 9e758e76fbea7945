namespace GoldenPath.Runs;

/// <summary>How the teardown ended.</summary>
/// <param name="Verified">Whether it was proved that nothing of the run is left.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
/// <param name="Leftovers">What is left, in words with ids.</param>
public sealed record TeardownResult(bool Verified, long DurationMs, IReadOnlyList<string> Leftovers)
{
    /// <summary>The result of a teardown that left this behind; verified where that is nothing.</summary>
    internal static TeardownResult Of(TimeSpan duration, IReadOnlyList<string> leftovers) =>
        new(leftovers.Count == 0, (long)duration.TotalMilliseconds, leftovers);
}
