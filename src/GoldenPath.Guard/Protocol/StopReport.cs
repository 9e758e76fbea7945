namespace GoldenPath.Guard.Protocol;

/// <summary>What a stop left behind: nothing, where all went well.</summary>
/// <param name="Name">The service that was stopped; <c>null</c> where it was everything.</param>
/// <param name="DurationMs">How many milliseconds it took.</param>
/// <param name="Leftovers">What is still there, one line each.</param>
internal sealed record StopReport(string? Name, long DurationMs, IReadOnlyList<string> Leftovers);
