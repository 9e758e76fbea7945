namespace GoldenPath.Runs;

/// <summary>What the scenarios and test commands gave, each scenario counted as one test.</summary>
public sealed record SmokeResult
{
    /// <summary>How many tests there were.</summary>
    public int Total { get; init; }

    /// <summary>How many passed.</summary>
    public int Passed { get; init; }

    /// <summary>How many failed.</summary>
    public int Failed { get; init; }

    /// <summary>How many were skipped by their runner.</summary>
    public int Skipped { get; init; }

    /// <summary>How many of those that passed had failed before and were run again by their runner.</summary>
    public int Flaky { get; init; }

    /// <summary>The names of the first of them.</summary>
    public IReadOnlyList<string> FlakyTests { get; init; } = [];

    /// <summary>The failures.</summary>
    public IReadOnlyList<TestFailure> Failures { get; init; } = [];

    /// <summary>Both together.</summary>
    public SmokeResult Plus(SmokeResult other) =>
        new()
        {
            Total = Total + other.Total,
            Passed = Passed + other.Passed,
            Failed = Failed + other.Failed,
            Skipped = Skipped + other.Skipped,
            Flaky = Flaky + other.Flaky,
            FlakyTests = [.. FlakyTests, .. other.FlakyTests],
            Failures = [.. Failures, .. other.Failures],
        };
}
