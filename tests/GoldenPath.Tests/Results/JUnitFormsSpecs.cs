using GoldenPath.Results;

namespace GoldenPath.Tests.Results;

/// <summary>The forms in which runners write JUnit XML and its relatives.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class JUnitFormsSpecs
{
    [TableSpec]
    [InlineData(
        "<testsuites><testsuite name='s'><error message='module not found'/><testcase name='a'/></testsuite></testsuites>",
        "s",
        "module not found"
    )]
    [InlineData(
        "<testsuites><testsuite name='s'><testcase name='a'/><failure>no set-up\nmore</failure></testsuite></testsuites>",
        "s",
        "no set-up"
    )]
    [InlineData(
        "<testsuite name='s'><testsuite name='inner'><error message='x'/></testsuite><testcase name='a'/></testsuite>",
        "inner",
        "x"
    )]
    [InlineData("<testsuites name='all'><error message='x'/><testsuite><testcase name='a'/></testsuite></testsuites>", "all", "x")]
    [InlineData(
        "<assemblies><assembly name='a.dll'><errors><error name='f'><failure><message>x</message></failure></error></errors><collection><test name='a' result='Pass'/></collection></assembly></assemblies>",
        "a.dll",
        "x"
    )]
    [InlineData(
        "<test-run><test-suite name='F' result='Failed' site='TearDown'><failure><message>x</message></failure><test-case name='a' result='Passed'/></test-suite></test-run>",
        "F",
        "x"
    )]
    public async Task A_failure_outside_of_a_test_is_a_failed_case_of_its_suite(string text, string name, string message)
    {
        var results = await ResultsReaderSpecs.ReadAsync(text);

        Assert.Equal((1, 1, 0), (results.Passed, results.Failed, results.Skipped));
        Assert.Equal((name, message), (results.Failures.Single().Name, results.Failures.Single().Message));
    }

    [TableSpec]
    [InlineData("status='run' result='completed'", TestOutcome.Passed)] // GoogleTest
    [InlineData("status='notrun' result='suppressed'", TestOutcome.Skipped)]
    [InlineData("status='run' result='skipped'", TestOutcome.Skipped)]
    [InlineData("status='fail'", TestOutcome.Failed)] // CTest
    [InlineData("status='disabled'", TestOutcome.Skipped)]
    [InlineData("status='errored'", TestOutcome.Failed)] // tst
    [InlineData("result='xfail'", TestOutcome.Skipped)] // Qt
    [InlineData("result='bfail'", TestOutcome.Skipped)]
    [InlineData("result='xpass'", TestOutcome.Failed)]
    [InlineData("result='Inconclusive'", TestOutcome.Skipped)] // NUnit
    [InlineData("result='NotRunnable' executed='False'", TestOutcome.Failed)]
    [InlineData("executed='False'", TestOutcome.Skipped)]
    [InlineData("executed='True' success='False'", TestOutcome.Failed)]
    [InlineData("result='TimedOut'", TestOutcome.Failed)]
    [InlineData("status=' Not-Run '", TestOutcome.Skipped)]
    [InlineData("status='0' result='a word that nobody knows'", TestOutcome.Passed)]
    public async Task An_attribute_tells_the_outcome(string attributes, TestOutcome outcome) =>
        Assert.Equal(
            outcome,
            (await ResultsReaderSpecs.ReadAsync($"<testsuite><testcase name='a' {attributes}/></testsuite>")).Cases.Single().Outcome
        );

    [TableSpec]
    [InlineData("<testcase name='a'><skipped type='todo' message='true'/><failure message='not yet'/></testcase>")]
    [InlineData("<testcase name='a'><error message='not yet'/><skipped/></testcase>")]
    [InlineData("<testcase name='a' status='disabled'><failure>not yet</failure></testcase>")]
    [InlineData("<testcase name='/work/a.test.mjs' classname='test'/>")] // node:test, of a file that holds no test
    public async Task What_did_not_run_is_skipped_whatever_it_says_besides(string test)
    {
        var results = await ResultsReaderSpecs.ReadAsync($"<testsuites>{test}</testsuites>");

        Assert.Equal((1, 0), (results.Total, results.Failed + results.Passed));
        Assert.Empty(results.Contradictions);
    }

    [TableSpec]
    [InlineData("<testcase name='/work/a.test.mjs' classname='test'><failure/></testcase>", 1, 0)]
    [InlineData("<testcase name='a' status='failed'><properties/></testcase>", 1, 0)]
    [InlineData("<testcase name='a'><rerunFailure message='again'/></testcase>", 1, 0)]
    [InlineData("<testcase name='a'><testcase name='b'><failure/></testcase><testcase name='c'/></testcase>", 1, 2)]
    [InlineData("<testsuite><testsuite tests='9'><testcase/></testsuite></testsuite><testcase name='b' classname='b'/>", 0, 2)]
    [InlineData("<testsuite tests='x' failures='' skipped='1.5'><testcase name='a'/></testsuite>", 0, 1)]
    [InlineData("<testsuite timestamp='9999-12-31T23:59:59'><testcase time='9'/><testcase time='9'/></testsuite>", 0, 2)]
    public async Task Tests_stand_anywhere(string tests, int failed, int passed)
    {
        var results = await ResultsReaderSpecs.ReadAsync($"<testsuites>{tests}</testsuites>");

        Assert.Equal((failed, passed), (results.Failed, results.Passed));
    }

    [Spec]
    public async Task Jest_writes_a_todo_like_a_passed_test_and_does_not_count_it()
    {
        var results = await ResultsReaderSpecs.ReadAsync(
            "<testsuites name='jest tests' tests='1'><testsuite name='s' tests='1' skipped='0'><testcase name=' works' time='0'/><testcase name=' later' time='0'/></testsuite></testsuites>"
        );

        Assert.Equal((1, 1), (results.Passed, results.Skipped));
    }

    [Spec]
    public async Task NUnit_writes_a_failure_in_each_suite_around_a_failed_test()
    {
        var results = await ResultsReaderSpecs.ReadAsync(
            """
            <test-run result="Failed" total="3" passed="1" failed="1" skipped="1"><filter><test>All</test></filter>
              <test-suite name="Assembly" result="Failed" site="Child"><failure><message>One or more child tests had errors</message></failure>
                <test-suite name="Fixture" result="Failed"><failure><message>One or more child tests had errors</message></failure>
                  <test-case fullname="App.Fixture.A" name="A" result="Failed"><failure><message>Expected: 5</message><stack-trace>at App.Fixture.A() in /work/F.cs:line 7</stack-trace></failure></test-case>
                  <test-case fullname="App.Fixture.B" name="B" result="Passed" />
                  <test-case fullname="App.Fixture.C" name="C" result="Skipped" label="Ignored"><reason><message>later</message></reason></test-case>
                </test-suite>
              </test-suite>
            </test-run>
            """
        );

        Assert.Equal((1, 1, 1), (results.Passed, results.Failed, results.Skipped));
        var failure = results.Failures.Single();
        Assert.Equal(("App.Fixture.A", "/work/F.cs", 7), (failure.Name, failure.File, failure.Line!.Value));
        Assert.StartsWith("Expected: 5", failure.Message, StringComparison.Ordinal);
        Assert.Empty(results.Contradictions);
    }

    [Spec]
    public async Task Long_names_are_cut()
    {
        var name = (
            await ResultsReaderSpecs.ReadAsync(
                $"<testsuite name='{new string('s', 9_000)}'><testcase name='{new string('x', 9_000)}'><failure/></testcase></testsuite>"
            )
        )
            .Failures.Single()
            .Name;

        Assert.Equal(1_000, name.Length);
        Assert.EndsWith(" … (cut)", name, StringComparison.Ordinal);
    }
}
