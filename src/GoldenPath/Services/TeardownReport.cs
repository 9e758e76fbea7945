namespace GoldenPath.Services;

/// <summary>What a teardown did: whether everything is provably gone, and what is not.</summary>
/// <param name="Verified">Whether every process of the run has ended, its ports are free and its logs closed.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Leftovers">What is still there, one line each; empty where it is verified.</param>
public sealed record TeardownReport(bool Verified, TimeSpan Duration, IReadOnlyList<string> Leftovers)
{
    /// <summary>The report of a teardown that left this behind.</summary>
    internal static TeardownReport Of(TimeSpan duration, IReadOnlyList<string> leftovers) => new(leftovers.Count == 0, duration, leftovers);
}
