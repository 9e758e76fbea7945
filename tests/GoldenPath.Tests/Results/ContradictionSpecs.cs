namespace GoldenPath.Tests.Results;

/// <summary>What a file declares of itself is held against what it shows.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class ContradictionSpecs
{
    private const string Two = "<testcase name='a'/><testcase name='b'/>";

    [TableSpec]
    [InlineData($"<testsuite name='s' errors='1'>{Two}</testsuite>", "suite 's' declares 1 failures and errors and shows 0")]
    [InlineData($"<testsuite name='s' failures='1' errors='1'>{Two}</testsuite>", "suite 's' declares 2 failures and errors and shows 0")]
    [InlineData(
        $"<testsuites name='all' failures='1'><testsuite name='s'>{Two}</testsuite></testsuites>",
        "suite 'all' declares 1 failures and errors and shows 0"
    )]
    [InlineData($"<testsuite name='s' tests='3'>{Two}</testsuite>", "suite 's' declares 3 tests and shows 2")]
    [InlineData(
        $"<testsuites tests='5'><testsuite name='s' tests='5'>{Two}</testsuite></testsuites>",
        "suite 's' declares 5 tests and shows 2"
    )]
    [InlineData($"<testsuite name='s' tests='2' skipped='1'>{Two}</testsuite>", "suite 's' declares 1 skipped tests and shows 0")]
    [InlineData($"<testsuite name='s' result='Failed'>{Two}</testsuite>", "suite 's' is declared failed and shows no failure")]
    [InlineData($"<testsuite name='s' status='error'>{Two}</testsuite>", "suite 's' is declared failed and shows no failure")]
    [InlineData(
        "<testsuite name='s' failures='2'><testcase name='a'><failure/></testcase><testcase name='a'/></testsuite>",
        "suite 's' declares 2 failures and errors and shows 1"
    )]
    [InlineData(
        "<test-run name='r' result='Failed' total='1'><test-case name='a' result='Passed'/></test-run>",
        "suite 'r' is declared failed and shows no failure"
    )]
    [InlineData(
        "<assemblies><assembly name='a.dll' total='2' passed='2'><test name='a' result='Pass'/></assembly></assemblies>",
        "suite 'a.dll' declares 2 tests and shows 1"
    )]
    public async Task A_suite_that_declares_more_than_it_shows_contradicts_itself(string text, string contradiction) =>
        Assert.EndsWith($": {contradiction}", (await ResultsReaderSpecs.ReadAsync(text)).Contradictions.Single(), StringComparison.Ordinal);

    [TableSpec]
    [InlineData($"<testsuite tests='1'>{Two}</testsuite>")] // Shows more: nothing is missing.
    [InlineData($"<testsuite tests='4' skipped='2'>{Two}</testsuite>")] // Skipped tests are left out.
    [InlineData($"<testsuites tests='3' skipped='1'><testsuite tests='3'>{Two}</testsuite></testsuites>")] // mocha-junit-reporter
    [InlineData(
        $"<testsuites><testsuite tests='2'><testsuite tests='1'><testcase name='a'/></testsuite><testsuite/></testsuite></testsuites>"
    )] // node:test
    [InlineData($"<testsuite hostname='tbd' tests='9'>{Two}</testsuite>")] // Catch2 counts assertions.
    [InlineData($"<testsuites name='pytest tests'><testsuite name='pytest' tests='9'>{Two}</testsuite></testsuites>")] // Subtests are counted.
    [InlineData("<testsuite failures='2'><testcase name='a'><failure/><failure/></testcase></testsuite>")]
    [InlineData("<testsuite failures='1' skipped='1' tests='1'><testcase name='a'><skipped/><failure/></testcase></testsuite>")]
    [InlineData("<testsuite errors='1'><error message='x'/></testsuite>")]
    [InlineData("<testsuite tests='3'><testcase name='a'><flakyFailure/><flakyError/></testcase></testsuite>")] // Surefire counts each run.
    [InlineData(
        "<testsuites tests='3' disabled='1'><testsuite tests='3' disabled='1' skipped='1'><testcase name='a'><skipped/></testcase><testcase name='b'/></testsuite></testsuites>"
    )] // xUnit.net v3
    public async Task What_runners_count_in_their_own_way_is_no_contradiction(string text) =>
        Assert.Empty((await ResultsReaderSpecs.ReadAsync(text)).Contradictions);

    [TableSpec]
    [InlineData("outcome='Failed'", "total='1' passed='1'", "the summary says 'Failed', and none of the 1 tests failed")]
    [InlineData("outcome='Aborted'", "", "the summary says 'Aborted', and none of the 1 tests failed")]
    [InlineData("outcome='InProgress'", "", "the summary says 'InProgress', and none of the 1 tests failed")]
    [InlineData("outcome='Completed'", "total='1' failed='1'", "declares 1 failures and errors and shows 0")]
    [InlineData("outcome='Completed'", "total='1' timeout='1' error='1'", "declares 2 failures and errors and shows 0")]
    [InlineData("outcome='Completed'", "total='3' executed='3' passed='3'", "declares 3 tests and shows 1")]
    public async Task A_summary_of_TRX_that_says_more_than_its_results_contradicts_them(
        string summary,
        string counters,
        string contradiction
    )
    {
        var parts = new[]
        {
            "<Results><UnitTestResult testId='1' testName='A' outcome='Passed'/></Results>",
            $"<ResultSummary {summary}><Counters {counters}/></ResultSummary>",
        };
        foreach (var order in new[] { parts, [.. parts.Reverse()] })
        {
            Assert.EndsWith(
                $": {contradiction}",
                (await ResultsReaderSpecs.ReadAsync($"<TestRun>{string.Concat(order)}</TestRun>")).Contradictions.Single(),
                StringComparison.Ordinal
            );
        }
    }

    [TableSpec]
    [InlineData("outcome='Completed'", "total='6' executed='6' passed='4' failed='0'")]
    [InlineData("outcome='Warning'", "total='2'")]
    [InlineData("", "")]
    public async Task A_summary_of_TRX_may_count_rows_alone_or_what_is_around_them_too(string summary, string counters)
    {
        var row = "<UnitTestResult testId='1' testName='R' outcome='Passed'/>";
        var results = await ResultsReaderSpecs.ReadAsync(
            $"<TestRun><Results><UnitTestResult testId='1' testName='A' outcome='Passed'><InnerResults>{row}{row}{row}</InnerResults></UnitTestResult><UnitTestResult testId='2' testName='B' outcome='Passed'/>"
                + $"<UnitTestResult testId='3' testName='C' outcome='NotExecuted'/></Results><ResultSummary {summary}><Counters {counters}/></ResultSummary></TestRun>"
        );

        Assert.Empty(results.Contradictions);
    }

    [Spec]
    public async Task A_run_that_was_aborted_after_its_tests_passed_is_none_to_trust() =>
        Assert.EndsWith(
            ": 'A' passed, and the run was aborted",
            (
                await ResultsReaderSpecs.ReadAsync(
                    "<TestRun><Results><UnitTestResult testName='A' outcome='PassedButRunAborted'/></Results></TestRun>"
                )
            ).Contradictions.Single(),
            StringComparison.Ordinal
        );
}
