using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace GoldenPath.Tests.Pipeline;

/// <summary>The workflows of this repository, and its action: what is committed, and the rules that all of them keep.</summary>
public sealed partial class WorkflowSpecs
{
    private static readonly string[] Names = ["golden-path", "golden-path-deliver", "golden-path-load", "golden-path-triage", "specs"];

    private static readonly string[] Grantable = ["contents: read", "actions: read", "issues: write"];

    public static TheoryData<string> Workflows => [.. Names];

    public static TheoryData<string> Files => [.. Names.Select(name => $".github/workflows/{name}.yml"), "action.yml"];

    [Spec]
    public Task Every_workflow_is_one_of_those_that_are_generated()
    {
        Assert.Equal(
            Names,
            Directory.GetFiles(Repository.File(".github/workflows")).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
        );
        return Task.CompletedTask;
    }

    [TableSpec]
    [MemberData(nameof(Workflows))]
    public async Task The_committed_workflow_is_what_the_generator_writes(string name)
    {
        using var folder = new TemporaryFolder();
        folder.Write(".nuke/parameters.json", await File.ReadAllTextAsync(Repository.File(".nuke/parameters.json")));
        folder.Write("GoldenPath.slnx", await File.ReadAllTextAsync(Repository.File("GoldenPath.slnx")));
        folder.Write("build.cmd", "");
        Assert.True(File.Exists(Programs.Build), "the pipeline is not built; run ./build.sh Test");

        using var command = RunningCommand.Start(
            folder.Path,
            [Programs.Build, "--generate-configuration", $"GitHubActions_{name}", "--host", "GitHubActions"],
            new() { ["TERM"] = "dumb" }
        );
        (await command.EndAsync()).Exits(0);

        var file = $".github/workflows/{name}.yml";
        Assert.Equal(await File.ReadAllTextAsync(Repository.File(file)), await File.ReadAllTextAsync(folder.File(file)));
    }

    [LinterSpec]
    public async Task Linters_and_schemas_have_nothing_to_say() =>
        Assert.Equal(
            "",
            await Linter.CheckAsync(
                Names.Select(name => Repository.File($".github/workflows/{name}.yml")).Append(Repository.File("action.yml"))
            )
        );

    [TableSpec]
    [MemberData(nameof(Files))]
    public async Task Every_action_is_pinned_by_commit_with_its_version_beside_it(string file)
    {
        var uses = (await File.ReadAllLinesAsync(Repository.File(file)))
            .Where(line => line.Contains("uses:", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches("@[0-9a-f]{40} # v[0-9]+\\.[0-9]+\\.[0-9]+$", line));
    }

    [TableSpec]
    [MemberData(nameof(Files))]
    public Task No_command_holds_text_of_an_event(string file)
    {
        var commands = Steps(file).Select(step => Text(step, "run")).OfType<string>().ToList();

        Assert.NotEmpty(commands);
        Assert.All(commands, command => Assert.DoesNotContain("${{", command, StringComparison.Ordinal));
        return Task.CompletedTask;
    }

    [TableSpec]
    [MemberData(nameof(Files))]
    public Task A_checkout_keeps_no_token(string file)
    {
        var checkouts = Steps(file).Where(step => Text(step, "uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true);
        Assert.All(checkouts, step => Assert.Equal("false", Text((YamlMappingNode)step["with"], "persist-credentials")));
        return Task.CompletedTask;
    }

    [TableSpec]
    [MemberData(nameof(Workflows))]
    public Task A_workflow_may_do_nothing_and_each_job_names_what_it_needs_and_how_long_it_may_take(string name)
    {
        var root = Root($".github/workflows/{name}.yml");
        Assert.Empty(((YamlMappingNode)root["permissions"]).Children);
        Assert.NotNull(Text((YamlMappingNode)root["concurrency"], "group"));
        foreach (var (_, job) in Jobs(root))
        {
            Assert.InRange(int.Parse(Text(job, "timeout-minutes")!, System.Globalization.CultureInfo.InvariantCulture), 1, 60);
            var granted = ((YamlMappingNode)job["permissions"]).Children.Select(entry => $"{entry.Key}: {entry.Value}").ToList();
            Assert.NotEmpty(granted);
            Assert.All(granted, permission => Assert.Contains(permission, Grantable));
            var files = Steps(job).Any(step => step.ToString().Contains("secrets.GITHUB_TOKEN", StringComparison.Ordinal));
            Assert.Equal(files, granted.Contains("issues: write"));
        }

        return Task.CompletedTask;
    }

    [Spec]
    public async Task What_a_stranger_s_run_left_is_brought_in_outside_of_the_checkout_and_read_by_the_triage_alone()
    {
        var root = Root(".github/workflows/golden-path-deliver.yml");
        var steps = Steps(Jobs(root).Single().Value).ToList();
        var download = steps.Single(step => Text(step, "uses")?.StartsWith("actions/download-artifact@", StringComparison.Ordinal) == true);
        Assert.StartsWith("${{ runner.temp }}/", Text((YamlMappingNode)download["with"], "path"), StringComparison.Ordinal);
        Assert.DoesNotContain(steps, step => Text(step, "uses")?.StartsWith("actions/cache@", StringComparison.Ordinal) == true);
        Assert.Equal(["./build.cmd Triage"], steps.Select(step => Text(step, "run")).OfType<string>());
        Assert.DoesNotContain(
            "ref:",
            await File.ReadAllTextAsync(Repository.File(".github/workflows/golden-path-deliver.yml")),
            StringComparison.Ordinal
        );
    }

    [Spec]
    public Task Runs_of_the_default_branch_never_end_each_other()
    {
        foreach (var name in new[] { "golden-path", "golden-path-load", "specs" })
        {
            Assert.Contains(
                "github.event_name == 'pull_request' && github.ref || github.run_id",
                Text((YamlMappingNode)Root($".github/workflows/{name}.yml")["concurrency"], "group"),
                StringComparison.Ordinal
            );
        }

        return Task.CompletedTask;
    }

    [Spec]
    public async Task Renovate_finds_every_pin_where_the_workflows_are_generated_from()
    {
        var renovate = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(Repository.File("renovate.json")))!;
        var pattern = (string)renovate["customManagers"]![0]!["matchStrings"]![0]!;
        var source = await File.ReadAllTextAsync(Repository.File("src/GoldenPath.Nuke/Workflows/Pins.cs"));
        var found = Regex.Matches(source, pattern, RegexOptions.None, TimeSpan.FromSeconds(1));

        Assert.Equal(Pin().Count(source), found.Count);
        Assert.All(found, pin => Assert.Matches("^actions/[a-z-]+$", pin.Groups["depName"].Value));
        Assert.All(found, pin => Assert.Matches("^v[0-9]", pin.Groups["currentValue"].Value));
    }

    private static YamlMappingNode Root(string file)
    {
        using var reader = File.OpenText(Repository.File(file));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static IEnumerable<KeyValuePair<string, YamlMappingNode>> Jobs(YamlMappingNode root) =>
        ((YamlMappingNode)root["jobs"]).Children.Select(job => KeyValuePair.Create(job.Key.ToString(), (YamlMappingNode)job.Value));

    private static IEnumerable<YamlMappingNode> Steps(string file)
    {
        var root = Root(file);
        return root.Children.ContainsKey("jobs") ? Jobs(root).SelectMany(job => Steps(job.Value)) : Steps((YamlMappingNode)root["runs"]);
    }

    private static IEnumerable<YamlMappingNode> Steps(YamlMappingNode job) => ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>();

    private static string? Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;

    [GeneratedRegex("@[0-9a-f]{40}")]
    private static partial Regex Pin();
}
