using GoldenPath.Guard.Redaction;
using GoldenPath.Reporting;
using GoldenPath.Runs;

namespace GoldenPath.Triage;

/// <summary>The issue of an incident: its title and its body, harmless whatever the logs say and never too long.</summary>
/// <param name="redactor">What knows the run's secrets.</param>
internal sealed class IssueDocument(Redactor redactor)
{
    /// <summary>GitHub's limit of a body or comment, in characters.</summary>
    public const int LongestBody = 65_536;

    /// <summary>As much of a title as a list of issues shows on a line or two; GitHub takes 256 characters.</summary>
    public const int LongestTitle = 140;

    /// <summary>What is left free for the table of occurrences to grow.</summary>
    private const int RoomForOccurrences = 14_000;

    private static readonly int[] LogLineSteps = [60, 30, 15, 8, 4, 2, 1, 0];

    private readonly OutsideText _text = new(redactor);

    /// <summary>The title: <c>[P0] golden path: WebSocket connection refused on port 8002 (backend exited, code 139)</c>.</summary>
    public string Title(Incident incident) =>
        _text.Title(IncidentTitle.Of(incident with { Scenario = _text.Bounded(incident.Scenario, LongestTitle) }), LongestTitle);

    /// <summary>The body as it is filed. What is too long is cut at the log excerpts first, then whole sections go, the last first.</summary>
    public string Body(Incident incident)
    {
        var head = $"{IssueMarker.Write(incident.Fingerprint)}\n{IssueMarker.WritePipeline(Pipeline(incident.Run.Name))}\n";
        var tail = OccurrenceTable.Empty.With(Occurrence(incident)).ToMarkdown() + "\n";
        var room = LongestBody - RoomForOccurrences - head.Length - tail.Length;
        return head + string.Join('\n', Fitting(incident, room).Select(section => section.ToMarkdown())) + "\n" + tail;
    }

    /// <summary>The incident's occurrence as a tracker may show it.</summary>
    public Occurrence Occurrence(Incident incident) =>
        incident.Occurrence with
        {
            Commit = incident.Git.Commit is { } commit ? _text.Bounded(commit, 100) : null,
            Branch = incident.Git.Branch is { } branch ? _text.Bounded(branch, 100) : null,
        };

    /// <summary>A pipeline's name as a tracker may show it.</summary>
    public string Pipeline(string name) => _text.Bounded(name, 100);

    /// <summary>A comment about one more occurrence.</summary>
    public string Comment(Incident incident)
    {
        var commit = incident.Git.Commit is null ? "" : $" at commit {_text.Code(incident.Occurrence.CommitId)}";
        var branch = incident.Git.Branch is null ? "" : $" on {_text.Code(incident.Git.Branch)}";
        var run = incident.RunUrl is { } url ? $"[run]({url})" : "run";
        return $"{IssueMarker.WriteRun(incident.Run.RunId)}\nFailed again{commit}{branch} ({run} {_text.Code(incident.Run.RunId)}): {_text.Prose(incident.Diagnosis.Summary)}\n";
    }

    /// <summary>The comment that closes an issue.</summary>
    /// <param name="run">The run that passed.</param>
    /// <param name="git">What it tested.</param>
    /// <param name="url">Its web page; <c>null</c> where it has none.</param>
    public string Recovery(RunResult run, GitCheckout git, Uri? url)
    {
        var commit = git.Commit is null ? "" : $" in commit {_text.Code(git.Commit)}";
        var branch = git.Branch is null ? "" : $" on {_text.Code(git.Branch)}";
        var link = url is null ? "run" : $"[run]({url})";
        return $"{IssueMarker.WriteRun(run.RunId)}\nRecovered{commit}{branch}: {link} {_text.Code(run.RunId)} passed.\n";
    }

    /// <summary>The file of the run folder: title and labels as front matter, then the body exactly as it is filed.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="body">The body that was filed. Default: the one that would be.</param>
    public string File(Incident incident, string? body = null)
    {
        var labels = string.Join(", ", incident.Labels.Select(label => Quoted(label.Name)));
        return $"---\ntitle: {Quoted(Title(incident))}\nlabels: [{labels}]\n---\n\n{body ?? Body(incident)}";
    }

    private static string Quoted(string text) =>
        text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-')
            ? text
            : "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private List<IssueSection> Fitting(Incident incident, int room)
    {
        foreach (var lines in LogLineSteps)
        {
            var sections = new IssueSections(incident, _text, lines).All();
            if (Length(sections) <= room)
            {
                return sections;
            }
        }
        return Shortened(new IssueSections(incident, _text, 0).All(), room);
    }

    private static List<IssueSection> Shortened(List<IssueSection> sections, int room)
    {
        List<string> dropped = [];
        while (sections.Count > 1 && Length(sections) + 200 > room)
        {
            dropped.Insert(0, sections[^1].Heading);
            sections.RemoveAt(sections.Count - 1);
        }
        sections[^1] = sections[^1] with
        {
            Text = sections[^1].Text + $"\n\nLeft out, as the report would be too long: {string.Join(", ", dropped)}.",
        };
        return sections;
    }

    private static int Length(IEnumerable<IssueSection> sections) => sections.Sum(section => section.ToMarkdown().Length + 1);
}
