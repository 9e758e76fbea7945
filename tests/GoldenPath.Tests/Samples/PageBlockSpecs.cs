using System.Text.RegularExpressions;
using GoldenPath.Adopting;
using GoldenPath.Configuration;
using GoldenPath.Configuration.Reading;
using GoldenPath.Docker.Containers;
using GoldenPath.Docker.Engine;
using GoldenPath.Pipeline;
using GoldenPath.Services;
using GoldenPath.Triage;

namespace GoldenPath.Tests.Samples;

/// <summary>What the pages show as code is code: configurations are read, C# is compiled.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed partial class PageBlockSpecs
{
    private const string Source = "tests/GoldenPath.Tests/Samples/PageBlockSpecs.cs";

    /// <summary>Where a fragment may belong, as what is around it.</summary>
    private static readonly string[] _places =
    [
        "$",
        "services: { app: { process: { command: [app] }, port: 8002 } }\n$",
        "smoke: [{ command: [test], results: \"*.xml\" }]\n$",
        "services: { app: { process: { command: [app] }, port: 8002 } }\nscenarios:\n  golden-path:\n    $",
        "smoke: [{ command: [test], results: \"*.xml\" }]\nservices:\n  app:\n    process: { command: [app] }\n    port: 8002\n    $",
    ];

    public static TheoryData<string> Pages =>
        [
            "README.md",
            .. Directory
                .GetFiles(Repository.File("docs"), "*.md")
                .Concat(Directory.GetFiles(Repository.File("src"), "README.md", SearchOption.AllDirectories))
                .Concat(Directory.GetFiles(Repository.File("samples"), "README.md", SearchOption.AllDirectories))
                .Select(file => Path.GetRelativePath(Repository.Root, file))
                .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    [TableSpec]
    [MemberData(nameof(Pages))]
    public async Task A_configuration_on_a_page_can_be_read(string page)
    {
        var text = await File.ReadAllTextAsync(Repository.File(page));
        foreach (var block in Fences(text, "yaml").Where(block => !block.Contains("runs-on:", StringComparison.Ordinal)))
        {
            // Several lines of one key are several ways to write it.
            var ways =
                block.Split('\n', StringSplitOptions.RemoveEmptyEntries) is var lines
                && lines.All(line => line.StartsWith("ready:", StringComparison.Ordinal))
                    ? lines
                    : [block];
            Assert.All(ways, AssertReads);
        }
    }

    [TableSpec]
    [MemberData(nameof(Pages))]
    public async Task Code_on_a_page_is_code_that_is_compiled(string page)
    {
        var compiled =
            Templates.All().Single(file => file.File == "build/Build.cs").Text + await File.ReadAllTextAsync(Repository.File(Source));
        foreach (var block in Fences(await File.ReadAllTextAsync(Repository.File(page)), "csharp"))
        {
            Assert.All(
                block
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Where(line => !line.StartsWith("using ", StringComparison.Ordinal)),
                line => Assert.Contains(Comment().Replace(line, "").TrimEnd(), compiled, StringComparison.Ordinal)
            );
        }
    }

    [Spec]
    public async Task The_README_is_read_to_its_end()
    {
        Assert.InRange((await File.ReadAllLinesAsync(Repository.File("README.md"))).Length, 50, 149);
    }

    // The front door, as docs/architecture.md and the page of the package show it: compiled here, and run by the specs of the pipeline.
    internal static async Task<int> RunAsync(RunSettings settings, IRunConsole console, Engines engines, TrackerFactory trackers)
    {
        await using var run = new PipelineRun(settings, console, [new ProcessHost(), new ContainerHost(engines)], trackers);
        await run.RunAllAsync();
        return run.ExitCode;
    }

    internal static async Task<int> RunAsync(RunSettings settings, IRunConsole console)
    {
        await using var run = new PipelineRun(settings, console);
        await run.RunAllAsync();
        return run.ExitCode;
    }

    private static void AssertReads(string block)
    {
        var problems = _places.Select(place => Problems(place, block)).ToList();
        Assert.True(problems.Exists(found => found.Count == 0), $"{block}\n{string.Join('\n', problems[0])}");
    }

    private static IReadOnlyList<string> Problems(string place, string block)
    {
        using var folder = new TemporaryFolder();
        folder.Write("certs/ca.pem", Authority.Certificate);
        folder.Write("docker-compose.yml", "services: {}");
        var indentation = place[(place.LastIndexOf('\n') + 1)..^1];
        var text = place[..^1] + block.Replace("\n", "\n" + indentation, StringComparison.Ordinal);
        try
        {
            PipelineDefinitionReader.Read(folder.Write("goldenpath.yml", text.Replace("${PASSWORD}", "secret", StringComparison.Ordinal)));
            return [];
        }
        catch (ConfigurationException wrong)
        {
            return [.. wrong.Problems.Select(problem => problem.ToString())];
        }
    }

    private static IEnumerable<string> Fences(string page, string language) =>
        Fence().Matches(page).Where(fence => fence.Groups[1].Value == language).Select(fence => fence.Groups[2].Value);

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\s+// .*$")]
    private static partial Regex Comment();
}
