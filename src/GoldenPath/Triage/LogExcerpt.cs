namespace GoldenPath.Triage;

/// <summary>The end of a file of the run folder.</summary>
/// <param name="Source">Its name in the run folder: <c>logs/backend.log</c>.</param>
/// <param name="Lines">Its last lines, oldest first.</param>
/// <param name="IsWhole">Whether that is all there is.</param>
public sealed record LogExcerpt(string Source, IReadOnlyList<string> Lines, bool IsWhole);
