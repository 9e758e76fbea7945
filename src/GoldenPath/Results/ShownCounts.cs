namespace GoldenPath.Results;

/// <summary>What the rows of a suite or a file show.</summary>
internal sealed class ShownCounts
{
    /// <summary>How many tests there are, those of nested suites too.</summary>
    public int Tests { get; private set; }

    /// <summary>How often tests ran: Surefire counts each rerun.</summary>
    public int Runs { get; private set; }

    /// <summary>How many tests and suites lie right in it.</summary>
    public int Children { get; private set; }

    /// <summary>How many failures are written down, those of skipped tests and of tests that were run again too.</summary>
    public int Failures { get; private set; }

    /// <summary>How many tests failed.</summary>
    public int Failed { get; private set; }

    /// <summary>How many tests were skipped.</summary>
    public int Skipped { get; private set; }

    /// <summary>How many tests that did not run are not shown, as suites within explain.</summary>
    public long LeftOut { get; set; }

    /// <summary>Counts a test.</summary>
    /// <param name="outcome">How it ended.</param>
    /// <param name="failures">How many failures it tells of.</param>
    /// <param name="reruns">How often it was run again, as it tells itself.</param>
    public void Add(TestOutcome outcome, int failures, int reruns = 0)
    {
        Tests++;
        Runs += 1 + reruns;
        Children++;
        Failures += outcome == TestOutcome.Failed ? Math.Max(1, failures) : failures;
        Failed += outcome == TestOutcome.Failed ? 1 : 0;
        Skipped += outcome == TestOutcome.Skipped ? 1 : 0;
    }

    /// <summary>Counts what lies in a suite within.</summary>
    public void Add(ShownCounts inner)
    {
        Tests += inner.Tests;
        Runs += inner.Runs;
        Children++;
        Failures += inner.Failures;
        Failed += inner.Failed;
        Skipped += inner.Skipped;
        LeftOut += inner.LeftOut;
    }
}
