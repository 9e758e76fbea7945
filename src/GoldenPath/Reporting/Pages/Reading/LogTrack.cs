using System.Text.RegularExpressions;
using GoldenPath.Guard.Logs;

namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>A log of a run: its last lines, and those that are cited.</summary>
/// <param name="Excerpt">Where they are from.</param>
/// <param name="Lines">They.</param>
internal sealed partial record LogTrack(Excerpt Excerpt, IReadOnlyList<LogLine> Lines)
{
    private const int MostTelling = 40;

    /// <summary>The log's name: <c>backend</c>.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Excerpt.Name);

    /// <summary>The lines that tell of trouble, and those that are cited.</summary>
    public IEnumerable<LogLine> Telling =>
        Lines
            .Where(line => line.IsCited || Trouble().IsMatch(line.Text.Length > 300 ? line.Text[..300] : line.Text))
            .OrderByDescending(line => line.IsCited)
            .Take(MostTelling);

    /// <summary>The log of an excerpt.</summary>
    /// <remarks>A line that does not tell its time, as in the trace of an error, was written when the log grew by it; where that was not kept: soon after the one before it.</remarks>
    public static LogTrack Of(Excerpt excerpt, LogTime time, LogTimeTable growth, IReadOnlySet<int> cited)
    {
        List<LogLine> lines = [];
        foreach (var (number, start, text) in excerpt.Lines.Values.OrderBy(line => line.Number))
        {
            var before = lines is [.., var last] && last.Number == number - 1 ? last.At : null;
            lines.Add(new(number, text, time.Of(text) ?? time.Of(growth.At(start)) ?? before, cited.Contains(number)));
        }

        return new(excerpt, lines);
    }

    [GeneratedRegex(
        @"\b(?:fatal|error|err|panic|critical|crit|exception|fail|failed|warn|warning)\b|(?:Error|Exception)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Trouble();
}
