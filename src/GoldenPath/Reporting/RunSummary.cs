using System.Globalization;
using System.Text;
using GoldenPath.Guard.Redaction;
using GoldenPath.Runs;

namespace GoldenPath.Reporting;

/// <summary>The result of a run in a few lines of Markdown: summary.md, and the job summary of GitHub Actions.</summary>
/// <param name="redactor">What knows the run's secrets.</param>
internal sealed class RunSummary(Redactor redactor)
{
    private readonly OutsideText _text = new(redactor);

    /// <summary>The summary of a run.</summary>
    public string Render(RunResult run)
    {
        var summary = new StringBuilder();
        summary.Append(
            CultureInfo.InvariantCulture,
            $"## {Sign(run.Verdict)} {_text.Prose(run.Name)}: {run.Verdict.ToString().ToLowerInvariant()}\n\n"
        );
        if (run.Diagnosis is { } diagnosis)
        {
            summary.Append(
                CultureInfo.InvariantCulture,
                $"{_text.Prose(diagnosis.Summary)} (cause {_text.Code(diagnosis.Cause.Name)}, {diagnosis.Certainty.ToString().ToLowerInvariant()})\n\n"
            );
        }
        summary.Append("| Stage | Outcome | Took |\n| --- | --- | ---: |\n");
        foreach (var stage in run.Stages.Take(30))
        {
            summary.Append(
                CultureInfo.InvariantCulture,
                $"| {_text.Cell(stage.Name)} | {stage.Outcome.ToString().ToLowerInvariant()} | {stage.DurationMs / 1000.0:0.00} s |\n"
            );
        }
        summary.Append(
            CultureInfo.InvariantCulture,
            $"\nTests: {run.Smoke.Passed} passed, {run.Smoke.Failed} failed, {run.Smoke.Skipped} skipped. Took {run.DurationMs / 1000.0:0.0} s. Run {_text.Code(run.RunId)}.\n"
        );
        AppendFlaky(summary, run.Smoke);
        AppendFailures(summary, run);
        AppendRemedies(summary, run);
        AppendIssue(summary, run.Issue);
        return summary.ToString();
    }

    private void AppendFlaky(StringBuilder summary, SmokeResult smoke)
    {
        if (smoke.Flaky > 0)
        {
            summary.Append(CultureInfo.InvariantCulture, $"\nFlaky, failed first and passed when run again: {smoke.Flaky}.\n");
        }

        foreach (var test in smoke.FlakyTests.Take(10))
        {
            summary.Append(CultureInfo.InvariantCulture, $"\n- {_text.Code(test)}");
        }

        summary.Append(smoke.FlakyTests.Count > 0 ? "\n" : "");
    }

    private void AppendFailures(StringBuilder summary, RunResult run)
    {
        foreach (var failure in run.Smoke.Failures.Take(10))
        {
            summary.Append(CultureInfo.InvariantCulture, $"\n- {_text.Code(failure.Test)}: {_text.Code(failure.Error)}");
        }
        summary.Append(run.Smoke.Failures.Count > 0 ? "\n" : "");
    }

    private void AppendRemedies(StringBuilder summary, RunResult run)
    {
        foreach (var remedy in run.Diagnosis?.Remedies.Take(5) ?? [])
        {
            summary.Append(
                CultureInfo.InvariantCulture,
                $"\n- {_text.Prose(remedy.Text)}{(remedy.Command is null ? "" : " " + _text.Code(remedy.Command))}"
            );
        }
        summary.Append(run.Diagnosis is { Remedies.Count: > 0 } ? "\n" : "");
    }

    private void AppendIssue(StringBuilder summary, IssueResult issue)
    {
        if (issue.Action == IssueAction.None)
        {
            return;
        }
        var where =
            issue.Number is { } number && Uri.TryCreate(issue.Url, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
                ? string.Create(CultureInfo.InvariantCulture, $" [{number}]({url})")
                : "";
        summary.Append(CultureInfo.InvariantCulture, $"\nIssue{where}: {_text.Prose(issue.Action.ToString().ToLowerInvariant())}.\n");
    }

    private static string Sign(Verdict verdict) =>
        verdict switch
        {
            Verdict.Passed => "✅",
            Verdict.Inconclusive or Verdict.Cancelled => "⚠️",
            _ => "❌",
        };
}
