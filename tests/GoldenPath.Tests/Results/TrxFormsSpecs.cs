using GoldenPath.Results;

namespace GoldenPath.Tests.Results;

/// <summary>Every kind of result that TRX knows counts, and inner ones once.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class TrxFormsSpecs
{
    [TableSpec]
    [InlineData("UnitTestResult")]
    [InlineData("TestResultAggregation")]
    [InlineData("GenericTestResult")]
    [InlineData("ManualTestResult")]
    [InlineData("WebTestResult")]
    [InlineData("LoadTestResult")]
    [InlineData("TestResult")]
    public async Task Every_result_counts(string element)
    {
        var results = await ReadAsync(
            $"""
            <UnitTestResult testId="1" testName="Logs_in" outcome="Passed" />
            <{element} testId="2" testName="Events_arrive" outcome="Failed"><Output><ErrorInfo><Message>expected 5, got 4</Message></ErrorInfo></Output></{element}>
            """
        );

        Assert.Equal((1, 1, 0), (results.Passed, results.Failed, results.Skipped));
        Assert.Equal(("Events_arrive", "expected 5, got 4"), (results.Failures.Single().Name, results.Failures.Single().Message));
    }

    [TableSpec]
    [InlineData("Passed", "Passed", 2, 0)]
    [InlineData("Failed", "Failed", 1, 1)]
    [InlineData("Failed", "Passed", 2, 1)] // The clean-up of the whole failed.
    public async Task Of_a_result_with_inner_ones_each_counts_once(string outer, string inner, int passed, int failed)
    {
        var results = await ReadAsync(
            $"""
            <TestResultAggregation testId="1" testName="Ordered" outcome="{outer}"><InnerResults>
              <UnitTestResult testId="2" testName="First" outcome="Passed" />
              <GenericTestResult testId="3" testName="Second" outcome="{inner}"><InnerResults /></GenericTestResult>
            </InnerResults></TestResultAggregation>
            """
        );

        Assert.Equal((passed, failed), (results.Passed, results.Failed));
    }

    [TableSpec]
    [InlineData("Passed", TestOutcome.Passed)]
    [InlineData("Completed", TestOutcome.Passed)]
    [InlineData("NotExecuted", TestOutcome.Skipped)]
    [InlineData("NotRunnable", TestOutcome.Skipped)]
    [InlineData("Inconclusive", TestOutcome.Skipped)]
    [InlineData("Error", TestOutcome.Failed)]
    [InlineData("Timeout", TestOutcome.Failed)]
    [InlineData("Aborted", TestOutcome.Failed)]
    [InlineData("Disconnected", TestOutcome.Failed)]
    [InlineData("InProgress", TestOutcome.Failed)]
    public async Task Outcomes_are_read_as_Visual_Studio_means_them(string word, TestOutcome outcome) =>
        Assert.Equal(outcome, (await ReadAsync($"""<UnitTestResult testId="1" testName="A" outcome="{word}" />""")).Cases.Single().Outcome);

    [Spec]
    public async Task A_result_without_an_outcome_did_not_come_to_its_end() =>
        Assert.Equal(1, (await ReadAsync("""<UnitTestResult testId="1" testName="A" />""")).Failed);

    private static Task<TestResults> ReadAsync(string results) =>
        ResultsReaderSpecs.ReadAsync(
            $"""<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>{results}</Results></TestRun>"""
        );
}
