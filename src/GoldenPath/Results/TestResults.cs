namespace GoldenPath.Results;

/// <summary>What results files hold, counted; failures are kept whole up to a limit.</summary>
public sealed class TestResults
{
    /// <summary>How many failures are kept; further ones are only counted.</summary>
    public const int MostFailures = 100;

    private readonly List<TestCaseResult> _failures = [];
    private readonly List<string> _problems = [];

    /// <summary>How many tests there were.</summary>
    public int Total => Passed + Failed + Skipped;

    /// <summary>How many passed.</summary>
    public int Passed { get; private set; }

    /// <summary>How many failed.</summary>
    public int Failed { get; private set; }

    /// <summary>How many were left out by their runner.</summary>
    public int Skipped { get; private set; }

    /// <summary>The first failures.</summary>
    public IReadOnlyList<TestCaseResult> Failures => _failures;

    /// <summary>What is wrong with the files themselves, or was with the runner, a worded line each.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Counts a test.</summary>
    internal void Add(TestCaseResult test)
    {
        (Passed, Failed, Skipped) = test.Outcome switch
        {
            TestOutcome.Passed => (Passed + 1, Failed, Skipped),
            TestOutcome.Failed => (Passed, Failed + 1, Skipped),
            _ => (Passed, Failed, Skipped + 1),
        };
        if (test.Outcome == TestOutcome.Failed && _failures.Count < MostFailures)
        {
            _failures.Add(test);
        }
    }

    /// <summary>Notes a problem.</summary>
    internal void Note(string problem) => _problems.Add(problem);
}
