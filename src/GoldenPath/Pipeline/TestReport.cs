using System.Globalization;
using GoldenPath.Configuration;
using GoldenPath.Results;
using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Pipeline;

/// <summary>Says what a test command came to.</summary>
/// <param name="step">What is declared.</param>
/// <param name="root">The folder that places of failures are told from: the root of the repository.</param>
/// <param name="folder">The run's folder.</param>
/// <param name="log">The name of its log.</param>
internal sealed class TestReport(CommandStep step, string root, RunFolder folder, string log)
{
    private const int TailLines = 15;
    private const int MostShown = 10;

    private readonly SourcePath _paths = new(root, step.Directory);

    /// <summary>The name of its log.</summary>
    public string Log => log;

    private string Name => string.Join(' ', step.Command.Take(3));

    /// <summary>It could not be started, or a project that it names does not build.</summary>
    public TestCommandResult NotStarted(Failure failure) =>
        new(
            new SmokeResult(),
            failure with
            {
                Summary =
                    failure.Cause == Causes.BuildFailed
                        ? failure.Summary
                        : failure.Summary.Replace($"'{log}'", $"Test command '{Name}'", StringComparison.Ordinal),
                Service = null,
            }
        );

    /// <summary>It took longer than it may.</summary>
    /// <param name="limit">How long it was given.</param>
    /// <param name="budget">The run's budget, where that is what was used up; otherwise <c>null</c>.</param>
    /// <param name="results">What it had written by then.</param>
    public TestCommandResult TimedOut(TimeSpan limit, TimeSpan? budget, TestResults results)
    {
        var summary = budget is { } all
            ? $"'{Name}' had not ended when the run's budget of {Elapsed.Limit(all)} (--timeout) was used up; it had had {Elapsed.Text(limit)} and was stopped."
            : $"'{Name}' had not ended after {Elapsed.Limit(limit)} and was stopped.";
        var failure = Failed(Causes.TestsTimedOut, summary);
        return new(Counts(results), failure with { Details = [.. Details(results), .. failure.Details] });
    }

    /// <summary>Judges its exit code and its results together.</summary>
    public TestCommandResult Judge(ProcessExit exit, ResultFiles files, TestResults results)
    {
        if (exit is { Code: 0 })
        {
            results.TakeReruns();
        }

        return new(
            Counts(results),
            FailedTest(results)
                ?? RanNone(exit, files, results)
                ?? FailedRunner(exit, files, results)
                ?? Contradicted(results)
                ?? Unproved(files, results)
        );
    }

    private Failure? FailedTest(TestResults results)
    {
        if (results.Failed == 0)
        {
            return null;
        }

        var first = results.Failures[0];
        var more = results.Failed == 1 ? "" : $" and {results.Failed - 1} more";
        return Failed(Causes.TestsFailed, $"{first.Name}{more} failed: {FirstLine(first.Message)}", first.Name) with
        {
            Details = [.. Details(results)],
        };
    }

    // Many runners end with an error where they find no test: that proves as little as an empty green.
    private Failure? RanNone(ProcessExit exit, ResultFiles files, TestResults results)
    {
        if (
            exit is not { Signal: null, Code: not (null or 0) }
            || results.Total > 0
            || results.RunnerErrors.Count + results.Contradictions.Count > 0
        )
        {
            return null;
        }

        var says = RunnerWords.SayNone([.. new LogTail(folder.LogFile(log)).Last(TailLines).Select(line => line.Text)]);
        return says is null && (files.Written().Count == 0 || results.Problems.Count > 0)
            ? null
            : Failed(Causes.TestsNoneRan, $"'{Name}' ran no test and ended with code {exit.Code}{(says is null ? "" : $": {says}")}");
    }

    private Failure? FailedRunner(ProcessExit exit, ResultFiles files, TestResults results)
    {
        var ended = exit switch
        {
            { Signal: { } signal } => $"was ended by signal {signal}",
            { Code: { } code } => $"ended with code {code}",
            _ => "ended, nobody saw how",
        };
        var wrote = files.Written().Count == 0 ? " and wrote no results" : $", although none of its {results.Total} tests failed";
        var failure =
            exit is not { Code: 0 } ? Failed(Causes.TestsFailed, $"'{Name}' {ended}{wrote}.")
            : results.RunnerErrors.Count > 0
                ? Failed(Causes.TestsFailed, $"'{Name}' says that it broke: {FirstLine(results.RunnerErrors[0])}")
            : null;
        return failure is null ? null : failure with { Details = [.. Details(results), .. failure.Details] };
    }

    // Either the tests or the file that tells of them are not what they seem: neither green nor a failure that is certain.
    private Failure? Contradicted(TestResults results) =>
        results.Contradictions.Count == 0
            ? null
            : Failed(Causes.Unknown, $"The results of '{Name}' contradict themselves: {results.Contradictions[0]}.") with
            {
                Kind = FailureKind.Contradictory,
                Details = [.. results.Contradictions],
                Remedies = [new Remedy("Find out what the runner left out of its results", $"less '{folder.LogFile(log)}'")],
            };

    private Failure? Unproved(ResultFiles files, TestResults results)
    {
        var reason = results switch
        {
            _ when files.Written().Count == 0 => $"'{Name}' wrote no results: nothing matches '{step.Results}'{Stale(files)}",
            { Problems: [var problem, ..] } => problem,
            { Total: 0 } => $"'{Name}' ran no test",
            { Passed: 0 } => $"'{Name}' skipped all of its {results.Total} tests",
            _ => null,
        };
        return reason is null ? null : Failed(Causes.TestsNoneRan, $"{reason}, so it proved nothing.");
    }

    private Failure Failed(string cause, string summary, string? test = null)
    {
        var tail = new LogTail(folder.LogFile(log)).Last(TailLines);
        return new Failure
        {
            Cause = cause,
            Summary = summary,
            Test = test,
            Details = [.. tail.Select(line => line.Text)],
            Evidence =
            [
                .. tail.Where(line => !string.IsNullOrWhiteSpace(line.Text))
                    .Select(line => new Evidence($"logs/{log}.log:{line.Number}", line.Text)),
            ],
            Remedies = [new Remedy("Read all that it said", $"less '{folder.LogFile(log)}'")],
        };
    }

    private IEnumerable<string> Details(TestResults results)
    {
        foreach (var test in results.Failures.Take(MostShown))
        {
            yield return $"{test.Name}{(Place(test) is { } place ? $" ({place})" : "")}: {FirstLine(test.Message)}";
        }

        if (results.Failed > MostShown)
        {
            yield return $"… and {results.Failed - MostShown} more failures{(results.Failed > TestResults.MostFailures ? $", of which run.json keeps the first {TestResults.MostFailures}" : "")}";
        }

        foreach (var problem in results.RunnerErrors.Concat(results.Problems).Concat(results.Contradictions))
        {
            yield return problem;
        }
    }

    private SmokeResult Counts(TestResults results) =>
        new()
        {
            Total = results.Total,
            Passed = results.Passed,
            Failed = results.Failed,
            Skipped = results.Skipped,
            Flaky = results.Flaky,
            FlakyTests = results.FlakyTests,
            Failures = [.. results.Failures.Select(test => new TestFailure(test.Name, Place(test), Error(test)))],
        };

    /// <summary>What the test said, its stack where the message does not lie in it, and its output.</summary>
    private static string Error(TestCaseResult test)
    {
        var said = test.Details.Contains(test.Message, StringComparison.Ordinal) ? test.Details : $"{test.Message}\n{test.Details}";
        return string.Join(
            "\n\n",
            new[] { said.Trim(), test.Output.Length > 0 ? $"Output:\n{test.Output}" : "" }.Where(text => text.Length > 0)
        );
    }

    private string? Place(TestCaseResult test) =>
        test switch
        {
            { File: null } => null,
            { Line: null } => _paths.Shown(test.File),
            _ => string.Create(CultureInfo.InvariantCulture, $"{_paths.Shown(test.File)}:{test.Line}"),
        };

    private static string Stale(ResultFiles files) => files.Stale() is > 0 and var count ? $" but {count} of an earlier run" : "";

    private static string FirstLine(string text) => text.Trim().Split('\n', 2)[0].Trim();
}
