using System.Text;
using GoldenPath.Results;

namespace GoldenPath.Tests.Results;

/// <summary>Results files that are none, or not whole: each one worded line, never a crash.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class BadResultsSpecs
{
    [TableSpec]
    [InlineData("", "results.xml: is empty")]
    [InlineData("   \n", "results.xml:1: holds no XML")]
    [InlineData("all 5 tests passed", "results.xml:1: is no complete XML: Data at the root level is invalid.")]
    [InlineData("{\"passed\": 5}", "results.xml:1: is no complete XML: Data at the root level is invalid.")]
    [InlineData(
        "<html><body>502</body></html>",
        "results.xml: its root element is <html>; TRX has <TestRun>, JUnit XML <testsuites> or <testsuite>"
    )]
    [InlineData(
        "<!DOCTYPE html>\n<html></html>",
        "results.xml: its root element is <html>; TRX has <TestRun>, JUnit XML <testsuites> or <testsuite>"
    )]
    [InlineData(
        "<testsuite><testcase name='a<b'/></testsuite>",
        "results.xml:1: is no complete XML: '<', hexadecimal value 0x3C, is an invalid attribute character."
    )]
    [InlineData(
        "<testsuite><testcase name='a'/></testsuites>",
        "results.xml:1: is no complete XML: The 'testsuite' start tag on line 1 position 2 does not match the end tag of 'testsuites'."
    )]
    [InlineData(
        "<testsuite>\n<testcase name='a'>\n",
        "results.xml:3: is no complete XML: Unexpected end of file has occurred. The following elements are not closed: testcase, testsuite."
    )]
    [InlineData(
        "<testsuite><testcase name='a' name='b'/></testsuite>",
        "results.xml:1: is no complete XML: 'name' is a duplicate attribute name."
    )]
    public async Task A_bad_file_is_one_worded_problem(string text, string problem) =>
        Assert.Equal([problem], (await ReadAsync(Encoding.UTF8.GetBytes(text))).Problems);

    [Spec]
    public async Task An_entity_bomb_is_not_lit()
    {
        var bomb = new StringBuilder("<!DOCTYPE testsuite [<!ENTITY a0 \"aaaaaaaaaa\">");
        for (var level = 1; level < 20; level++)
            bomb.Append($"<!ENTITY a{level} \"{string.Concat(Enumerable.Repeat($"&a{level - 1};", 10))}\">");
        bomb.Append("]><testsuite><testcase name=\"&a19;\"><failure>&a19;</failure></testcase></testsuite>");
        var results = await ReadAsync(Encoding.UTF8.GetBytes(bomb.ToString()));

        Assert.Empty(results.Problems);
        Assert.Equal(("&a19;", "&a19;"), (results.Failures.Single().Name, results.Failures.Single().Message));
    }

    [Spec]
    public async Task What_came_before_the_break_is_counted()
    {
        var results = await ReadAsync(
            Encoding.UTF8.GetBytes("<testsuite><testcase name='a'/><testcase name='b'><failure message='no'/></testcase><testca")
        );

        Assert.Equal((1, 1, 1), (results.Passed, results.Failed, results.Problems.Count));
    }

    [Spec]
    public async Task Every_cut_of_a_good_file_is_survived()
    {
        foreach (var text in new[] { ResultTexts.DotNetTest, ResultTexts.Surefire })
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            for (var length = 1; length < bytes.Length; length += 3)
                Assert.Single((await ReadAsync(bytes[..length])).Problems);
        }
    }

    [Spec]
    public async Task Other_encodings_and_bad_bytes_are_read()
    {
        const string text = "<testsuite><testcase name='größe'><failure message='größe'/></testcase></testsuite>";
        byte[][] files =
        [
            Encoding.Latin1.GetBytes($"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>{text}"),
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-16\"?>{text}")],
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        ];
        foreach (var file in files)
            Assert.Equal("größe", (await ReadAsync(file)).Failures.Single().Message);
        Assert.Equal(
            "gr\uFFFD\uFFFDe",
            (await ReadAsync(Encoding.Latin1.GetBytes(text))).Failures.Single().Message.Replace("ö", "\uFFFD", StringComparison.Ordinal)
        );
    }

    [TableSpec]
    [InlineData("UnitTestResult", "TestRun")]
    [InlineData("testsuite", "testsuites")]
    [InlineData("x", "testsuites")]
    public async Task Deep_nesting_does_not_overflow(string element, string root)
    {
        var results = await ReadAsync(Encoding.UTF8.GetBytes($"<{root}>{string.Concat(Enumerable.Repeat($"<{element}>", 100_000))}"));

        Assert.Single(results.Problems);
    }

    [Spec]
    public async Task A_tag_without_end_is_not_held_in_memory()
    {
        var results = await ReadAsync(
            Encoding.UTF8.GetBytes(
                $"<testsuite><testcase name='a'><failure message='{new string('x', 20 * 1024 * 1024)}'/></testcase></testsuite>"
            )
        );

        Assert.Equal(["results.xml:1: is no complete XML: A tag is longer than 8 MiB."], results.Problems);
    }

    private static async Task<TestResults> ReadAsync(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("results.xml");
        await File.WriteAllBytesAsync(file, bytes);
        var results = await Task.Run(() => ResultsReader.Read([file]));
        return Named(results, folder.Path);
    }

    /// <summary>The same with problems that name the file alone.</summary>
    private static TestResults Named(TestResults results, string folder)
    {
        var named = new TestResults(text => text);
        foreach (var failure in results.Failures)
            named.Add(failure);
        for (var passed = 0; passed < results.Passed; passed++)
            named.Add(new TestCaseResult { Name = "", Outcome = TestOutcome.Passed });
        foreach (var problem in results.Problems)
            named.Note(problem.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
        return named;
    }
}
