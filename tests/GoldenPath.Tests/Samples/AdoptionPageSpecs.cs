using GoldenPath.Adopting;
using GoldenPath.Tests.Adopting;

namespace GoldenPath.Tests.Samples;

/// <summary>Whoever types all of <c>docs/adopt.md</c> in an empty folder comes from nothing to green to red.</summary>
public sealed class AdoptionPageSpecs
{
    [NodeSpec]
    public async Task Every_command_of_the_page_does_what_it_says()
    {
        var page = await File.ReadAllTextAsync(Repository.File("docs/adopt.md"));
        using var run = new PageRun();
        Directory.CreateDirectory(Path.Combine(run.Path, ".git"));

        var printed = await run.TypeAsync(page);

        Assert.Contains(printed, text => text.Contains("events.unbalanced-tool", StringComparison.Ordinal));
        Assert.Equal("events.unbalanced-tool", (string?)run.Result["diagnosis"]!["cause"]);
        // The class on the page is the one that was written and built.
        Assert.Contains(await File.ReadAllTextAsync(Path.Combine(run.Path, "build/Build.cs")), page, StringComparison.Ordinal);
        Assert.Equal(Templates.All().Count(), Templates.All().Count(file => File.Exists(Path.Combine(run.Path, file.File))));
    }
}
