using System.Globalization;
using GoldenPath.Runs;

namespace GoldenPath.Reporting.Answers;

/// <summary>The answer of a run: verdict, cause, the line that shows it, what mends it, the report, the issue; where it is green, what was proved.</summary>
/// <param name="subject">The run.</param>
internal sealed class RunAnswer(AnswerSubject subject)
{
    /// <summary>More problems of a configuration than these are told before the answer, and counted in it.</summary>
    public const int MostProblems = 5;

    private readonly RunResult _run = subject.Run;

    /// <summary>Writes it.</summary>
    public Answer Write() =>
        new(
            subject.ExitCode,
            Headline,
            [
                .. subject.ExitCode == 0 ? Good()
                : IsMisconfigured ? Problems()
                : Broken(),
                .. After(),
            ]
        );

    private bool IsMisconfigured => subject.Failure is { Kind: FailureKind.Misconfigured };

    private string Headline =>
        string.Create(CultureInfo.InvariantCulture, $"{Word}{Cause} after {Elapsed.Text(subject.Took)}, exit code {subject.ExitCode}");

    private string Word =>
        subject.ExitCode == 0
            ? _run.Verdict == Verdict.Passed
                ? "PASSED"
                : "DONE, nothing is tested yet"
            : _run.Verdict switch
            {
                Verdict.Product => "THE PRODUCT BROKE",
                Verdict.Environment => "THE ENVIRONMENT BROKE",
                Verdict.Configuration => "WRONG CONFIGURATION, nothing was started",
                Verdict.Cancelled => "CANCELLED",
                _ => "NOTHING IS PROVED",
            };

    private string Cause =>
        _run.Diagnosis is { } diagnosis && subject.ExitCode != 0
            ? $": {diagnosis.Cause.Name} ({diagnosis.Certainty.ToString().ToLowerInvariant()})"
            : "";

    private IEnumerable<AnswerRow> Good()
    {
        var proofs = new Proofs(_run, subject.Definition).Text;
        if (proofs.Length > 0)
        {
            yield return new("proved", proofs);
        }

        if (_run.Smoke.Flaky > 0)
        {
            yield return new("flaky", $"{_run.Smoke.Flaky} passed only when run again: {string.Join(", ", _run.Smoke.FlakyTests)}");
        }
    }

    private IEnumerable<AnswerRow> Problems()
    {
        var problems = Lines(subject.Failure!.Summary);
        var more = problems.Length - MostProblems;
        return problems
            .Take(MostProblems)
            .Select(
                (problem, at) => new AnswerRow("", at == MostProblems - 1 && more > 0 ? $"{problem} … and {more} more, above" : problem)
            );
    }

    private IEnumerable<AnswerRow> Broken()
    {
        var cause = Lines(_run.Diagnosis?.Summary ?? subject.Failure?.Summary ?? "").FirstOrDefault("nobody knows why");
        yield return new("cause", cause);
        if (DecisiveLine.Of(_run) is { } line)
        {
            var text = Lines(line.Text).FirstOrDefault("");
            var isTold = text.Length == 0 || cause.Contains(text, StringComparison.Ordinal);
            yield return new("seen in", isTold ? line.Source : $"{line.Source}: {text}", IsWhole: isTold);
        }

        if ((_run.Diagnosis?.Remedies ?? subject.Failure?.Remedies) is [var remedy, ..])
        {
            yield return remedy.Command is null
                ? new("mend", remedy.Text)
                : new("mend", $"{remedy.Text.TrimEnd('.', ':')}: {remedy.Command}", IsWhole: true);
        }
    }

    private IEnumerable<AnswerRow> After()
    {
        if (subject.Running.Count > 0)
        {
            yield return new(
                "running",
                $"{string.Join(", ", subject.Running)}; end them with: {subject.Command} {Stages.Teardown}",
                IsWhole: true
            );
        }

        if (
            _run.Teardown is { Leftovers: { Count: > 0 } leftovers }
            && subject.Failure?.Summary.Contains(leftovers[0], StringComparison.Ordinal) != true
        )
        {
            yield return new("left", string.Join("; ", leftovers));
        }

        if (_run.Verdict == Verdict.Cancelled && _run.Teardown is { Verified: true })
        {
            yield return new("stopped", "nothing is left running");
        }

        if (File.Exists(subject.Folder.PageFile) && !IsMisconfigured)
        {
            yield return new("report", subject.Shown(subject.Folder.PageFile), IsWhole: true);
        }

        if (IssueWords.Of(_run.Issue, subject) is { } issue)
        {
            yield return issue;
        }
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
