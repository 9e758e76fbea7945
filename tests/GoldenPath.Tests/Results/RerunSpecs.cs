using GoldenPath.Results;

namespace GoldenPath.Tests.Results;

/// <summary>Tests that failed and were run again.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class RerunSpecs
{
    private const string Fails = "<testcase classname='ws' name='TestEvents'><failure message='got 4'/></testcase>";
    private const string Passes = "<testcase classname='ws' name='TestEvents'/>";

    [TableSpec]
    [InlineData(Fails + Passes, 1, 0, 1)]
    [InlineData(Fails + Fails + Passes, 1, 0, 1)]
    [InlineData(Fails + "<testcase name='other'/>" + Passes, 2, 0, 1)]
    [InlineData(Passes + Fails, 1, 1, 0)]
    [InlineData(Fails + Passes + Fails, 1, 2, 0)]
    [InlineData(Fails + "<testcase classname='ws' name='TestEvents'><skipped/></testcase>", 0, 1, 0)]
    [InlineData(Fails + "<testcase classname='api' name='TestEvents'/>", 1, 1, 0)]
    [InlineData(Fails + "<testcase classname='ws' name='TestEvents' line='9'/>", 1, 1, 0)]
    [InlineData("<testcase name='a'><flakyFailure message='once'/></testcase>", 1, 0, 1)]
    [InlineData("<testcase name='a'><flakyError message='once'/><flakyFailure/></testcase>", 1, 0, 1)]
    public async Task The_last_result_of_a_test_decides_where_its_runner_ended_well(string tests, int passed, int failed, int flaky)
    {
        var results = await ResultsReaderSpecs.ReadAsync($"<testsuites><testsuite name='s'>{tests}</testsuite></testsuites>");
        results.TakeReruns();

        Assert.Equal((passed, failed, flaky), (results.Passed, results.Failed, results.Flaky));
        Assert.Equal((Math.Min(failed, 2), flaky), (results.Failures.Count, results.FlakyTests.Count));
    }

    [Spec]
    public async Task Without_the_runners_word_a_failure_stays_one()
    {
        var results = await ResultsReaderSpecs.ReadAsync($"<testsuite>{Fails}{Passes}</testsuite>");

        Assert.Equal((1, 1, 0), (results.Passed, results.Failed, results.Flaky));
    }

    [TableSpec]
    [InlineData("<testsuite name='s' hostname='chromium'>", "<testsuite name='s' hostname='firefox'>")]
    [InlineData("<testsuite name='a'>", "<testsuite name='b'>")]
    [InlineData("<testsuite name='s' package='a'>", "<testsuite name='s' package='b'>")]
    public async Task The_same_name_in_another_suite_is_another_test(string first, string second)
    {
        var results = await ResultsReaderSpecs.ReadAsync(
            $"<testsuites>{first}{Fails}</testsuite>{second}{Passes}</testsuite></testsuites>"
        );
        results.TakeReruns();

        Assert.Equal((1, 1, 0), (results.Passed, results.Failed, results.Flaky));
    }

    [Spec]
    public async Task The_same_name_in_another_file_is_another_test()
    {
        using var folder = new TemporaryFolder();
        string[] files =
        [
            folder.Write("v1.xml", $"<testsuite>{Fails}</testsuite>"),
            folder.Write("v2.xml", $"<testsuite>{Passes}</testsuite>"),
        ];
        var results = await Task.Run(() => ResultsReader.Read(files));
        results.TakeReruns();

        Assert.Equal((1, 0), (results.Failed, results.Flaky));
    }

    [Spec]
    public async Task TRX_tells_tests_apart_by_their_id()
    {
        static string Result(string id, string outcome) =>
            $"<UnitTestResult testId='{id}' testName='Events(user: \"a…\")' outcome='{outcome}'/>";
        var results = await ResultsReaderSpecs.ReadAsync(
            $"<TestRun><Results>{Result("1", "Failed")}{Result("2", "Failed")}{Result("1", "Passed")}</Results></TestRun>"
        );
        results.TakeReruns();

        Assert.Equal((1, 1, 1), (results.Passed, results.Failed, results.Flaky));
    }
}
