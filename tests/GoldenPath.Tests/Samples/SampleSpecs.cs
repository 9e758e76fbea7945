using System.Text.RegularExpressions;
using GoldenPath.Adopting;
using GoldenPath.Tests.Adopting;

namespace GoldenPath.Tests.Samples;

/// <summary>The samples are repositories of other teams: copied to elsewhere, each runs green and then red by the commands of its own page.</summary>
public sealed partial class SampleSpecs
{
    [NodeSpec]
    public Task The_one_on_Node_is_green_and_then_red() => ReadAsync("samples/node");

    [PythonTableSpec]
    [InlineData("samples/python")]
    public Task The_one_in_Python_is_green_and_then_red(string sample) =>
        ReadAsync(sample, run => run.Environment["PATH"] = $"{InstalledTool.Folder}:/usr/bin:{Environment.GetEnvironmentVariable("PATH")}");

    [Spec(Timeout = 300_000)]
    public Task The_one_on_DotNet_with_a_Nuke_build_is_green_and_then_red() => ReadAsync("samples/dotnet");

    [Spec]
    public Task Its_build_is_the_one_that_Init_writes()
    {
        Assert.All(Templates.All(), file => Assert.Equal(file.Text, File.ReadAllText(Repository.File($"samples/dotnet/{file.File}"))));
        return Task.CompletedTask;
    }

    // The last run of a page is the red one: what the page calls it by is what it came to.
    private static async Task ReadAsync(string sample, Action<PageRun>? prepare = null)
    {
        var page = await File.ReadAllTextAsync(Repository.File($"{sample}/README.md"));
        using var run = PageRun.Copy(sample);
        prepare?.Invoke(run);

        await run.TypeAsync(page);

        Assert.Equal(Cause().Match(page).Groups[1].Value, (string?)run.Result["diagnosis"]!["cause"]);
        Assert.True((bool)run.Result["teardown"]!["verified"]!);
    }

    [GeneratedRegex(@"The run says `([a-z.-]+)`")]
    private static partial Regex Cause();
}
