namespace GoldenPath.Services;

/// <summary>What a sweep found.</summary>
/// <param name="Runs">The ids of the dead runs that had left something; mostly empty.</param>
/// <param name="Leftovers">What could not be ended, one line each.</param>
internal sealed record SweepReport(IReadOnlyList<string> Runs, IReadOnlyList<string> Leftovers);
