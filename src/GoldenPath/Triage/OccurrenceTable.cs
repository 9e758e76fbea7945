using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GoldenPath.Triage;

/// <summary>The history of an incident, as the table in its issue's body keeps it: for people to read, and for the next run.</summary>
/// <remarks>Only this part of a body is ever rewritten, so whatever a person writes elsewhere stays.</remarks>
public sealed partial class OccurrenceTable
{
    private const int MostRows = 60;
    private const int LongestCell = 80;
    private const string Heading = "## Occurrences";

    private OccurrenceTable(IReadOnlyList<Occurrence> rows, int earlier, int? follows)
    {
        Rows = rows;
        Earlier = earlier;
        Follows = follows;
    }

    /// <summary>A history without any occurrence.</summary>
    public static OccurrenceTable Empty { get; } = new([], 0, null);

    /// <summary>The occurrences in the order of their time.</summary>
    public IReadOnlyList<Occurrence> Rows { get; }

    /// <summary>How many older ones the table no longer lists.</summary>
    public int Earlier { get; }

    /// <summary>The issue about an earlier time of the same incident; <c>null</c> where there was none.</summary>
    public int? Follows { get; }

    /// <summary>How many times the issue was opened again.</summary>
    public int Reopenings => Rows.Count(row => row.Outcome == OccurrenceOutcome.Reopened);

    /// <summary>How many runs passed since the last failure.</summary>
    public int PassesInARow => Rows.Reverse().TakeWhile(row => !row.IsFailure).Count();

    /// <summary>Whether a commit passed first and failed later.</summary>
    public bool HasPassAndLaterFailureOfOneCommit =>
        Rows.Any(pass => !pass.IsFailure && Rows.Any(row => row.IsFailure && row.At > pass.At && row.HasCommitOf(pass)));

    /// <summary>Whether a comment already told of a failure of the same commit. The first failure is told by the issue itself.</summary>
    public bool HasComment(Occurrence occurrence) =>
        Rows.Where(row => row.IsFailure).Skip(Earlier == 0 ? 1 : 0).Any(row => row.HasCommitOf(occurrence));

    /// <summary>Reads the table of a body. Rows that a person broke are left out.</summary>
    public static OccurrenceTable Read(string body)
    {
        var region = Region().Match(body);
        return region.Success
            ? new(
                [.. Row().Matches(region.Value).Select(Parse).OfType<Occurrence>()],
                Figure(EarlierCount().Match(region.Value)) ?? 0,
                Figure(FollowsLine().Match(region.Value))
            )
            : Empty;
    }

    /// <summary>Whether a run is in it.</summary>
    public bool Has(string runId) => Rows.Any(row => row.RunId == Cell(runId));

    /// <summary>The table with one more occurrence. A run counts once: what is known of it already stays.</summary>
    public OccurrenceTable With(Occurrence occurrence) => Has(occurrence.RunId) ? this : With([occurrence]);

    /// <summary>The table with all occurrences of another one.</summary>
    public OccurrenceTable With(OccurrenceTable other) =>
        new OccurrenceTable(Rows, Earlier + other.Earlier, Follows).With([.. other.Rows.Where(row => !Has(row.RunId))]);

    /// <summary>The table of an issue that takes up where an older one ended.</summary>
    public OccurrenceTable Following(int? number) => new(Rows, Earlier, number);

    /// <summary>A body with this table in the place of its own; at the end where it has none.</summary>
    public string WriteInto(string body)
    {
        var region = Region().Match(body);
        return region.Success
            ? body[..region.Index] + ToMarkdown() + body[(region.Index + region.Length)..]
            : body.TrimEnd() + "\n\n" + ToMarkdown() + "\n";
    }

    /// <summary>The part of the body, from heading to end marker.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder()
            .Append(Heading)
            .Append('\n')
            .Append(CultureInfo.InvariantCulture, $"{IssueMarker.Occurrences} earlier={Earlier} -->\n");
        if (Follows is { } number)
        {
            text.Append(CultureInfo.InvariantCulture, $"Follows #{number}.\n");
        }
        text.Append(Totals()).Append("\n\n| Run | Began | Outcome | Commit | Branch |\n| --- | --- | --- | --- | --- |\n");
        foreach (var row in Rows)
        {
            text.Append(Write(row)).Append('\n');
        }
        return text.Append('\n').Append(IssueMarker.End).ToString();
    }

    private OccurrenceTable With(IReadOnlyCollection<Occurrence> added)
    {
        var rows = Rows.Concat(added).OrderBy(row => row.At).ThenBy(row => row.RunId, StringComparer.Ordinal).ToList();
        var dropped = Math.Max(0, rows.Count - MostRows);
        return new([.. rows.Skip(dropped)], Earlier + dropped, Follows);
    }

    private string Totals()
    {
        var failed = Rows.Count(row => row.IsFailure);
        var listed = $"Failed {Times(failed)}, passed {Times(Rows.Count - failed)}, reopened {Times(Reopenings)}";
        return Earlier == 0 ? listed + "." : $"{listed}; {Earlier} earlier runs are no longer listed.";
    }

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";

    private static string Write(Occurrence row) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {Link(row)} | {row.At.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff}Z | {Word(row.Outcome)} | {Quoted(row.CommitId)} | {Quoted(row.Branch)} |"
        );

    private static string Link(Occurrence row) =>
        Uri.TryCreate(row.Url, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && SafeUrl().IsMatch(row.Url)
            ? $"[`{Cell(row.RunId)}`]({row.Url})"
            : $"`{Cell(row.RunId)}`";

    private static string Word(OccurrenceOutcome outcome) =>
        outcome switch
        {
            OccurrenceOutcome.Failed => "failed",
            OccurrenceOutcome.Reopened => "failed, reopened",
            OccurrenceOutcome.Passed => "passed",
            _ => "passed, closed",
        };

    private static string Quoted(string? text) => string.IsNullOrEmpty(text) ? "–" : $"`{Cell(text)}`";

    /// <summary>A text as a cell holds it: the characters of names, at most 80.</summary>
    internal static string Cell(string text)
    {
        var safe = UnsafeInCell().Replace(text, "-");
        return safe.Length > LongestCell ? safe[..LongestCell] : safe;
    }

    private static Occurrence? Parse(Match row)
    {
        var outcome = row.Groups["outcome"].Value switch
        {
            "failed" => OccurrenceOutcome.Failed,
            "failed, reopened" => OccurrenceOutcome.Reopened,
            "passed" => OccurrenceOutcome.Passed,
            "passed, closed" => OccurrenceOutcome.Recovered,
            _ => (OccurrenceOutcome?)null,
        };
        return
            outcome is { } known
            && DateTimeOffset.TryParse(row.Groups["at"].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new(row.Groups["run"].Value, at, known, Known(row.Groups["commit"]), Known(row.Groups["branch"]), Known(row.Groups["url"]))
            : null;
    }

    private static string? Known(Group group) => group.Success ? group.Value : null;

    private static int? Figure(Match match) =>
        match.Success && int.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var figure) ? figure : null;

    [GeneratedRegex(
        @"^## Occurrences\r?\n<!-- golden-path:occurrences[^\n]*-->.*?^<!-- golden-path:end -->",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Region();

    [GeneratedRegex(
        @"^\| \[?`(?<run>[^`|]+)`(\]\((?<url>[^)\s]+)\))? \| (?<at>[^|]+) \| (?<outcome>[^|]+) \| (`(?<commit>[^`|]+)`|–) \| (`(?<branch>[^`|]+)`|–) \|",
        RegexOptions.Multiline
    )]
    private static partial Regex Row();

    [GeneratedRegex(@"earlier=(\d{1,9})")]
    private static partial Regex EarlierCount();

    [GeneratedRegex(@"^Follows #(\d{1,9})\.", RegexOptions.Multiline)]
    private static partial Regex FollowsLine();

    [GeneratedRegex(@"^[\w:/.?=&%#~+-]+$")]
    private static partial Regex SafeUrl();

    [GeneratedRegex(@"[^A-Za-z0-9._/+-]+")]
    private static partial Regex UnsafeInCell();
}
