using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Triage;

/// <summary>The end of a file of the run folder.</summary>
/// <param name="Source">Its name in the run folder: <c>logs/backend.log</c>.</param>
/// <param name="Lines">Its last lines, oldest first.</param>
/// <param name="IsWhole">Whether that is all there is.</param>
internal sealed record LogExcerpt(string Source, IReadOnlyList<string> Lines, bool IsWhole)
{
    /// <summary>Reads it; <c>null</c> where the file is missing, empty or not readable.</summary>
    internal static LogExcerpt? Read(RunFolder folder, string source, int lines)
    {
        try
        {
            var last = new LogTail(Path.Combine(folder.Path, source)).Last(lines);
            return last.Count == 0 ? null : new(source, [.. last.Select(line => line.Text)], last[0].Number == 1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // A report without this log is better than none.
        }
    }
}
