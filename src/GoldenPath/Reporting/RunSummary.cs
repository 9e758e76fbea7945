using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GoldenPath.Guard.Redaction;
using GoldenPath.Runs;

namespace GoldenPath.Reporting;

/// <summary>The result of a run on a page of Markdown: summary.md, and the page of a GitHub Actions job.</summary>
/// <param name="redactor">What knows the run's secrets.</param>
/// <param name="place">The job whose page it is, for links and without paths of its runner; <c>null</c>: the page is read where the run was.</param>
internal sealed partial class RunSummary(Redactor redactor, JobPlace? place = null)
{
    private const int MostListed = 10;

    private readonly OutsideText _text = new(redactor, place is null ? null : place.Portable);
    private readonly StringBuilder _page = new();

    /// <summary>The page of a run.</summary>
    /// <param name="run">Its result.</param>
    /// <param name="failure">What the failed stage saw; told where there is no diagnosis.</param>
    /// <param name="issue">The text of an issue that nobody filed; <c>null</c> for none.</param>
    public string Render(RunResult run, Failure? failure = null, string? issue = null)
    {
        _page.Clear();
        Add($"## {Sign(run.Verdict)} {_text.Prose(run.Name)}: {run.Verdict.ToString().ToLowerInvariant()}\n\n");
        if (run.Diagnosis is { } diagnosis)
        {
            Add($"{_text.Prose(diagnosis.Summary)} (cause {_text.Code(diagnosis.Cause.Name)}, {Word(diagnosis.Certainty)})\n");
            AddDecisive(diagnosis);
        }
        else if (failure is not null)
        {
            AddProblems(failure);
        }

        AddFailures(run);
        AddWhys(run.Diagnosis);
        AddRemedies(run.Diagnosis?.Remedies ?? failure?.Remedies ?? []);
        AddIssue(run.Issue, issue);
        AddShards(run.Shards);
        AddFacts(run);
        return _page.ToString();
    }

    private void Add(FormattableString text) => _page.Append(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>The line that shows it: the last thing that a program itself said; else what the deepest why rests on.</summary>
    private void AddDecisive(DiagnosisResult diagnosis)
    {
        var shown = diagnosis.Chain.SelectMany(why => why.Evidence).Where(evidence => !IsEcho(evidence)).ToList();
        if ((shown.LastOrDefault(IsSaid) ?? shown.LastOrDefault()) is { } decisive)
        {
            Add($"\n> {_text.Code(decisive.Source)} {_text.Code(decisive.Text)}\n");
        }
    }

    // What the failed stage said is the summary.
    private static bool IsEcho(Evidence evidence) => evidence.Source.Contains("failure.txt:", StringComparison.Ordinal);

    private static bool IsSaid(Evidence evidence) =>
        evidence.Source.StartsWith("logs/", StringComparison.Ordinal) || evidence.Source.StartsWith("frames.", StringComparison.Ordinal);

    // Of a wrong configuration every problem is told, each with its place.
    private void AddProblems(Failure failure)
    {
        foreach (var line in failure.Summary.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(100))
        {
            var parts = line.Split(": ", 2);
            var shown = parts is [var where, var what] && Placed(where) is { } link ? $"{link}: {_text.Prose(what)}" : _text.Prose(line);
            Add($"- {shown}\n");
        }
    }

    private void AddFailures(RunResult run)
    {
        var smoke = run.Smoke;
        foreach (var failure in smoke.Failures.Take(MostListed))
        {
            var where = failure.File is null ? "" : $" at {Placed(failure.File) ?? _text.Code(failure.File)}";
            Add(
                $"\n- {_text.Code(failure.Test)}{where}{(failure.Error == run.Diagnosis?.Summary ? "" : $": {_text.Code(failure.Error)}")}"
            );
        }

        var more = smoke.Failed - Math.Min(smoke.Failures.Count, MostListed);
        Add($"{(smoke.Failures.Count > 0 && more > 0 ? $"\n- and {more} more" : "")}{(smoke.Failures.Count > 0 ? "\n" : "")}");
    }

    // What was said already is not said again.
    private void AddWhys(DiagnosisResult? diagnosis)
    {
        IReadOnlyList<Why> chain =
        [
            .. diagnosis?.Chain.Where(why => !diagnosis.Summary.StartsWith(why.Because, StringComparison.Ordinal)) ?? [],
        ];
        foreach (var (number, why) in chain.Index())
        {
            var shown = string.Join(", ", why.Evidence.Take(3).Select(evidence => _text.Code(evidence.Source)));
            Add($"\n{number + 1}. {_text.Prose(why.Question)} {_text.Prose(why.Because)}{(shown.Length > 0 ? $" ({shown})" : "")}");
        }

        Add($"{(chain.Count > 0 ? "\n" : "")}");
    }

    private void AddRemedies(IReadOnlyList<Remedy> remedies)
    {
        foreach (var remedy in remedies.Take(5))
        {
            Add($"\n- {_text.Prose(remedy.Text)}{Command(remedy.Command)}");
        }

        Add($"{(remedies.Count > 0 ? "\n" : "")}");
    }

    // What a job's reader has in hand is the artifact, not the runner's disk.
    private string Command(string? command) =>
        command is null ? ""
        : place is not null && Reading().Match(place.Portable(command)) is { Success: true } read
            ? $" {_text.Code(read.Groups["file"].Value)} in the artifact"
        : " " + _text.Code(command);

    private void AddIssue(IssueResult issue, string? text)
    {
        if (issue.Action != IssueAction.None)
        {
            var where = issue.Number is { } number && Web(issue.Url) is { } url ? $" [{number}]({url})" : "";
            var how = issue.Action == IssueAction.Queued ? ", it waits in the outbox until a triage delivers it" : "";
            Add($"\nIssue{where}: {_text.Prose(issue.Action.ToString().ToLowerInvariant())}{how}.\n");
        }

        if (text is not null)
        {
            // Written by the one writer whose text acts on nothing.
            Add($"\n<details><summary>The issue as it would be filed</summary>\n\n{place?.Portable(text) ?? text}\n</details>\n");
        }
    }

    private void AddShards(IReadOnlyList<ShardSummary> shards)
    {
        Add(
            $"{(shards.Count > 0 ? "\n| Shard | Verdict | Cause | Tests passed | failed | Took |\n| ---: | --- | --- | ---: | ---: | ---: |\n" : "")}"
        );
        foreach (var shard in shards)
        {
            Add(
                $"| {shard.Number} | {shard.Verdict.ToString().ToLowerInvariant()} | {_text.Cell(shard.Cause?.Name)} | {shard.Passed} | {shard.Failed} | {shard.DurationMs / 1000.0:0.00} s |\n"
            );
        }
    }

    private void AddFacts(RunResult run)
    {
        Add($"\n| Stage | Outcome | Took |\n| --- | --- | ---: |\n");
        foreach (var stage in run.Stages.Take(30))
        {
            Add($"| {_text.Cell(stage.Name)} | {stage.Outcome.ToString().ToLowerInvariant()} | {stage.DurationMs / 1000.0:0.00} s |\n");
        }

        Add($"\n{TimelineDiagram.Draw(run, _text)}\n");
        Add(
            $"\nTests: {run.Smoke.Passed} passed, {run.Smoke.Failed} failed, {run.Smoke.Skipped} skipped. Took {run.DurationMs / 1000.0:0.0} s. Run {_text.Code(run.RunId)}.\n"
        );
        AddFlaky(run.Smoke);
        if (place?.ArtifactsUrl is { } artifacts)
        {
            Add($"\nLogs, frames and report.html: [the artifact {_text.Prose(place.Artifact)}]({artifacts}).\n");
        }
    }

    private void AddFlaky(SmokeResult smoke)
    {
        if (smoke.Flaky > 0)
        {
            Add($"\nFlaky, failed first and passed when run again: {smoke.Flaky}.\n");
        }

        foreach (var test in smoke.FlakyTests.Take(MostListed))
        {
            Add($"\n- {_text.Code(test)}");
        }

        Add($"{(smoke.FlakyTests.Count > 0 ? "\n" : "")}");
    }

    private string? Placed(string file) =>
        place?.Find(file) is { } found && place.Link(found) is { } url ? $"[{_text.Code(file)}]({url})" : null;

    private static Uri? Web(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var web) && web.Scheme is "https" or "http" ? web : null;

    private static string Word(Certainty certainty) => certainty.ToString().ToLowerInvariant();

    private static string Sign(Verdict verdict) =>
        verdict switch
        {
            Verdict.Passed => "✅",
            Verdict.Inconclusive or Verdict.Cancelled => "⚠️",
            _ => "❌",
        };

    [GeneratedRegex(@"\A(?:less|cat|tail -n \d+|Get-Content -Tail \d+ -LiteralPath) '?(?<file>[^']+)'?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Reading();
}
