using System.Globalization;
using GoldenPath.Configuration;
using GoldenPath.Diagnosis;
using GoldenPath.Results;
using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Smoke;

/// <summary>Says what a test command came to.</summary>
/// <param name="command">The command as it ran.</param>
/// <param name="step">What is declared.</param>
/// <param name="folder">The run's folder.</param>
/// <param name="log">The name of its log.</param>
internal sealed class TestReport(IReadOnlyList<string> command, CommandStep step, RunFolder folder, string log)
{
    private const int TailLines = 15;
    private const int MostShown = 10;

    /// <summary>The name of its log.</summary>
    public string Log => log;

    private string Name => string.Join(' ', command.Take(3));

    /// <summary>It took longer than it may.</summary>
    public TestCommandResult TimedOut(TimeSpan limit) => new(
        new SmokeResult(),
        Failed(Causes.TestsTimedOut, Verdict.Product, string.Create(CultureInfo.InvariantCulture, $"'{Name}' had not ended after {limit.TotalSeconds:0.#} s and was stopped.")));

    /// <summary>Judges its exit code and its results together.</summary>
    public TestCommandResult Judge(ProcessExit exit, IReadOnlyList<string> files, TestResults results) =>
        new(Counts(results), Failure(exit, files, results));

    private Failure? Failure(ProcessExit exit, IReadOnlyList<string> files, TestResults results)
    {
        if (results.Failed > 0)
        {
            var first = results.Failures[0];
            var more = results.Failed == 1 ? "" : $" and {results.Failed - 1} more";
            return Failed(Causes.TestsFailed, Verdict.Product, $"{first.Name}{more} failed: {FirstLine(first.Message)}", first.Name) with { Details = Details(results) };
        }

        var ended = exit.Signal is { } signal ? $"was ended by signal {signal}" : $"ended with code {exit.Code}";
        return (files.Count, results.Total, exit) switch
        {
            (0, _, { Code: 0 }) => None($"'{Name}' wrote no results: nothing new matches '{step.Results}'"),
            (_, 0, { Code: 0 }) => None(results.Problems.Count > 0 ? results.Problems[0] : $"'{Name}' ran no test"),
            (_, _, not { Code: 0 }) => Failed(Causes.TestsFailed, Verdict.Product, $"'{Name}' {ended}, although none of its {results.Total} tests failed."),
            _ when results.Problems.Count > 0 => Failed(Causes.TestsFailed, Verdict.Product, results.Problems[0]),
            _ when results.Passed == 0 => None($"'{Name}' skipped all of its {results.Total} tests"),
            _ => null,
        };
    }

    private Failure None(string summary) => Failed(Causes.TestsNoneRan, Verdict.Inconclusive, $"{summary}, so it proved nothing.");

    private Failure Failed(string cause, Verdict verdict, string summary, string? test = null)
    {
        var tail = new LogTail(folder.LogFile(log)).Last(TailLines);
        return new Failure
        {
            Cause = cause,
            Verdict = verdict,
            Summary = summary,
            Test = test,
            Details = [.. tail.Select(line => line.Text)],
            Evidence = [.. tail.Select(line => new Evidence($"logs/{log}.log:{line.Number}", line.Text))],
            Remedies = [new Remedy("Read all that it said", $"less '{folder.LogFile(log)}'")],
        };
    }

    private static List<string> Details(TestResults results) =>
        [.. results.Failures.Take(MostShown).Select(test => $"{test.Name}{Place(test, " (", ")")}: {FirstLine(test.Message)}"), .. results.Problems];

    private static SmokeResult Counts(TestResults results) => new()
    {
        Total = results.Total,
        Passed = results.Passed,
        Failed = results.Failed,
        Skipped = results.Skipped,
        Failures = [.. results.Failures.Select(test => new TestFailure(test.Name, Place(test), Error(test)))],
    };

    private static string Error(TestCaseResult test) => string.Join("\n\n", new[] { test.Message, test.Details, test.Output }.Where(text => text.Length > 0));

    private static string? Place(TestCaseResult test, string before = "", string after = "") =>
        test.File is null ? (before.Length > 0 ? "" : null) : $"{before}{test.File}{(test.Line is null ? "" : $":{test.Line}")}{after}";

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
