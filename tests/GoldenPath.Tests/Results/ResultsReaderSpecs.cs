using GoldenPath.Results;

namespace GoldenPath.Tests.Results;

[Trait(Speed.Name, Speed.Quick)]
public sealed class ResultsReaderSpecs
{
    [Spec]
    public async Task Dotnet_test_writes_trx()
    {
        var results = await ReadAsync(ResultTexts.DotNetTest);

        Assert.Equal((3, 1, 1, 1), Counts(results));
        var failure = results.Failures.Single();
        Assert.Equal("Smoke.EventSpecs.Events_arrive(user: \"a <b>\")", failure.Name);
        Assert.Equal(("/work/tests/EventSpecs.cs", 27), (failure.File, failure.Line));
        Assert.Equal("Assert.Equal() Failure: Values differ\nExpected: 5\nActual:   4", failure.Message);
        Assert.Contains("EventSpecs.cs:line 27", failure.Details, StringComparison.Ordinal);
        Assert.Equal("waiting for agent_started", failure.Output);
    }

    [Spec]
    public async Task Of_a_data_driven_test_the_rows_count()
    {
        var results = await ReadAsync(ResultTexts.DataRows);

        Assert.Equal((2, 1, 1, 0), Counts(results));
        Assert.Equal("Adds (2,2)", results.Failures.Single().Name);
    }

    [Spec]
    public async Task A_crashed_test_host_is_told()
    {
        Assert.Equal(
            ["The active test run was aborted. Reason: Test host process crashed"],
            (await ReadAsync(ResultTexts.CrashedHost)).RunnerErrors
        );
    }

    [Spec]
    public async Task Pytest_writes_junit_xml()
    {
        var results = await ReadAsync(ResultTexts.Pytest.Replace("#x1B", "\u001B", StringComparison.Ordinal));

        Assert.Equal((5, 1, 2, 2), Counts(results));
        Assert.Equal(["tests.test_ws.test_events[anna]", "tests.test_ws.test_fixture"], results.Failures.Select(failure => failure.Name));
        Assert.Equal(("tests/test_ws.py", 8), (results.Failures[0].File, results.Failures[0].Line));
        Assert.StartsWith("AssertionError: assert 4 == 5", results.Failures[0].Message, StringComparison.Ordinal);
        Assert.Equal("--- Captured Log ---\n\uFFFD[31mred\uFFFD[0m", results.Failures[0].Output);
        Assert.Equal(("tests/conftest.py", 12), (results.Failures[1].File, results.Failures[1].Line));
    }

    [TableSpec]
    [InlineData(ResultTexts.Jest, "events arrive", "/work/test/events.test.js", 17, "Error: expect(received).toBe(expected)")]
    [InlineData(ResultTexts.Gotestsum, "example.org/app/ws.TestEvents/anna", "ws_test.go", 42, "Failed")]
    public async Task Jest_and_gotestsum_write_junit_xml(string text, string name, string file, int line, string message)
    {
        var results = await ReadAsync(text);

        Assert.Equal((2, 1, 1, 0), Counts(results));
        var failure = results.Failures.Single();
        Assert.Equal((name, file, line, message), (failure.Name, failure.File, failure.Line!.Value, failure.Message));
    }

    [Spec]
    public async Task Surefire_writes_junit_xml_with_reruns()
    {
        var results = await ReadAsync(ResultTexts.Surefire);

        Assert.Equal((4, 1, 2, 1), Counts(results));
        var (first, second) = (results.Failures[0], results.Failures[1]);
        Assert.Equal(("org.example.EventsTest.eventsArrive", "EventsTest.java", 23), (first.Name, first.File, first.Line!.Value));
        Assert.Equal("expected: <5> but was: <4>", first.Message);
        Assert.Equal("second\nfirst <out>", first.Output);
        Assert.Equal(("java.lang.IllegalStateException", 50), (second.Message, second.Line!.Value));
    }

    [Spec]
    public async Task Suites_nest_at_will()
    {
        var results = await ReadAsync(ResultTexts.Nested);

        Assert.Equal((3, 2, 1, 0), Counts(results));
        Assert.Equal(("a.outer", "one\ntwo"), (results.Failures.Single().Name, results.Failures.Single().Message));
    }

    [Spec]
    public async Task Several_files_are_one_result()
    {
        using var folder = new TemporaryFolder();
        string[] files =
        [
            folder.Write("a.xml", ResultTexts.Surefire),
            folder.Write("b.trx", ResultTexts.DotNetTest),
            folder.Write("c.xml", "<html/>"),
        ];
        var results = await Task.Run(() => ResultsReader.Read(files));

        Assert.Equal((7, 2, 3, 2), Counts(results));
        Assert.Equal(
            [$"{files[2]}: its root element is <html>; TRX has <TestRun>, JUnit XML <testsuites> or <testsuite>"],
            results.Problems
        );
    }

    [Spec]
    public async Task Secrets_are_hidden_in_what_is_kept()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(
            "a.trx",
            ResultTexts
                .DotNetTest.Replace("waiting for", "s3cret", StringComparison.Ordinal)
                .Replace("Values differ", "s3cret", StringComparison.Ordinal)
        );
        var failure = (
            await Task.Run(() => ResultsReader.Read([file], text => text.Replace("s3cret", "***", StringComparison.Ordinal)))
        ).Failures.Single();

        Assert.DoesNotContain("s3cret", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("***", failure.Output, StringComparison.Ordinal);
    }

    internal static async Task<TestResults> ReadAsync(string text)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("results.xml", text.ReplaceLineEndings("\n"));
        var results = await Task.Run(() => ResultsReader.Read([file]));
        Assert.Empty(results.Problems);
        return results;
    }

    private static (int Total, int Passed, int Failed, int Skipped) Counts(TestResults results) =>
        (results.Total, results.Passed, results.Failed, results.Skipped);
}
