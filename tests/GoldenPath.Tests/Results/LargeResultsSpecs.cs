using GoldenPath.Results;
using GoldenPath.Tests.Scenarios.Walking;

namespace GoldenPath.Tests.Results;

/// <summary>Results files of any size, in the memory of the whole process: they run alone.</summary>
[Collection(nameof(MemorySpecs))]
public sealed class LargeResultsSpecs
{
    [Spec(Timeout = 120_000)]
    public async Task Half_a_gigabyte_is_read_in_flat_memory()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("results.xml");
        await WriteHugeAsync(file);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var results = await Task.Run(() => ResultsReader.Read([file]));

        Assert.True(new FileInfo(file).Length > 500_000_000);
        Assert.Equal((1_002, 1_001, 1), (results.Total, results.Failed, results.Passed));
        Assert.Equal(TestResults.MostFailures, results.Failures.Count);
        Assert.All(results.Failures, failure => Assert.InRange(failure.Details.Length, 1, 8192));
        Assert.EndsWith(" … (cut)", results.Failures[0].Details, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 20_000_000);
    }

    [TableSpec(Timeout = 120_000)]
    [InlineData("<testsuite>", "<testcase name='events arrive' classname='app' time='0.01'/>\n", "</testsuite>")]
    [InlineData("<testsuite>", "<testcase name='events arrive'><failure message='got 4'/></testcase>\n", "</testsuite>")]
    [InlineData("<testsuite><testcase name='a'/><system-out>", "a line &amp; another &#x1b; of output\n", "</system-out></testsuite>")]
    [InlineData("<testsuite><!--", " a comment ", "--><testcase name='a'/></testsuite>")]
    [InlineData(
        "<!DOCTYPE testsuite [",
        "<!ENTITY a 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>\n",
        "]><testsuite><testcase name='&a;'/></testsuite>"
    )]
    [InlineData("<TestRun><Results>", "<UnitTestResult testId='1' testName='A' outcome='Failed'/>\n", "</Results></TestRun>")]
    public async Task A_hundred_megabytes_take_little_memory_whatever_they_hold(string start, string part, string end)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("results.xml");
        await using (var writer = new StreamWriter(file))
        {
            await writer.WriteAsync(start);
            await RepeatAsync(writer, part, 100_000_000 / part.Length);
            await writer.WriteAsync(end);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var reading = Task.Run(() => ResultsReader.Read([file]));
        while (await Task.WhenAny(reading, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System)) != reading)
        {
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - before);
        }

        Assert.Empty((await reading).Problems);
        Assert.InRange(most, 0, 100_000_000);
    }

    /// <summary>A thousand failures of 250 kB each, and one of 250 MB.</summary>
    private static async Task WriteHugeAsync(string file)
    {
        await using var writer = new StreamWriter(file);
        var line = new string('x', 248) + "\n";
        await writer.WriteAsync("<testsuite><testcase name='ok'><system-out>");
        await RepeatAsync(writer, line, 4_000);
        await writer.WriteAsync("</system-out></testcase>");
        for (var test = 0; test < 1_000; test++)
        {
            await writer.WriteAsync($"<testcase name='t{test}'><failure message='no'>");
            await RepeatAsync(writer, line, 1_000);
            await writer.WriteAsync("</failure></testcase>");
        }
        await writer.WriteAsync("<testcase name='large'><failure message='no'><![CDATA[");
        await RepeatAsync(writer, line, 1_010_000);
        await writer.WriteAsync("]]></failure></testcase></testsuite>");
    }

    private static async Task RepeatAsync(StreamWriter writer, string line, int count)
    {
        for (var index = 0; index < count; index++)
            await writer.WriteAsync(line);
    }
}
