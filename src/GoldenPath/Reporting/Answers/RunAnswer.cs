using GoldenPath.Runs;

namespace GoldenPath.Reporting.Answers;

/// <summary>The answer of a run: verdict, cause, the line that shows it, what mends it, the report, the issue; where it is green, what was proved.</summary>
/// <param name="subject">The run.</param>
internal sealed class RunAnswer(AnswerSubject subject)
{
    /// <summary>More problems of a configuration than these are told before the answer, and counted in it.</summary>
    public const int MostProblems = 5;

    private const int LongestCommand = 160;

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
        subject switch
        {
            { ExitCode: 0, Run.Verdict: Verdict.Passed } => $"PASSED, exit 0, in {Took}",
            { ExitCode: 0 } => $"DONE, exit 0, in {Took}: nothing is tested yet",
            _ when IsMisconfigured => $"WRONG CONFIGURATION, exit {subject.ExitCode}: nothing was started",
            { Run.Diagnosis: { } found } =>
                $"{Word}, exit {subject.ExitCode}: {found.Cause.Name} ({found.Certainty.ToString().ToLowerInvariant()}), {Took}",
            _ => $"{Word}, exit {subject.ExitCode}, after {Took}",
        };

    private string Took => Elapsed.Text(subject.Took);

    private string Word =>
        _run.Verdict switch
        {
            Verdict.Product => "PRODUCT BROKE",
            Verdict.Environment => "ENVIRONMENT BROKE",
            Verdict.Cancelled => "CANCELLED",
            _ => "NOTHING PROVED",
        };

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
            yield return new("seen in", isTold ? line.Source : $"{line.Source}: {text}", isTold ? Cutting.Never : Cutting.First);
        }

        if ((_run.Diagnosis?.Remedies ?? subject.Failure?.Remedies) is [var remedy, ..])
        {
            yield return Mend(remedy);
        }
    }

    // A command that would fill the screen is for the report.
    private AnswerRow Mend(Remedy remedy) =>
        remedy.Command is { Length: < LongestCommand } command
            ? new("mend", $"{remedy.Text.TrimEnd('.', ':')}: {Near(command)}", Cutting.Never)
            : new("mend", remedy.Text);

    private IEnumerable<AnswerRow> After()
    {
        if (subject.Running.Count > 0)
        {
            yield return new(
                "running",
                $"{string.Join(", ", subject.Running)}; end them with: {subject.Command} {Stages.Teardown}",
                Cutting.Never
            );
        }

        if (subject is { IsKept: true, Running.Count: 0 } && !IsMisconfigured && _run.Verdict != Verdict.Cancelled)
        {
            yield return new("kept", "nothing, as nothing that this project started is running");
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
            yield return new("report", subject.Shown(subject.Folder.PageFile), Cutting.Never);
        }

        if (IssueWords.Of(_run.Issue) is { } issue)
        {
            yield return issue;
        }
    }

    // What lies in the run folder is called from where the person stands.
    private string Near(string command) =>
        command.Replace(subject.Folder.Path, subject.Shown(subject.Folder.Path), StringComparison.Ordinal);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
