namespace GoldenPath.Tests.Pipeline;

public sealed class WorkflowSpecs
{
    private const string Workflow = ".github/workflows/golden-path.yml";

    [Spec]
    public async Task The_committed_workflow_is_what_the_generator_writes()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".nuke/parameters.json", await File.ReadAllTextAsync(Repository.File(".nuke/parameters.json")));
        folder.Write("GoldenPath.slnx", await File.ReadAllTextAsync(Repository.File("GoldenPath.slnx")));
        folder.Write("build.cmd", "");
        Directory.CreateDirectory(folder.File(".github/workflows"));
        Assert.True(File.Exists(Programs.Build), "the pipeline is not built; run ./build.sh Test");

        using var command = RunningCommand.Start(
            folder.Path,
            [Programs.Build, "--generate-configuration", "GitHubActions_golden-path", "--host", "GitHubActions"],
            new() { ["TERM"] = "dumb" }
        );
        (await command.EndAsync()).Exits(0);

        Assert.Equal(await File.ReadAllTextAsync(Repository.File(Workflow)), await File.ReadAllTextAsync(folder.File(Workflow)));
    }

    [Spec]
    public async Task Every_action_is_pinned_by_commit()
    {
        var uses = (await File.ReadAllLinesAsync(Repository.File(Workflow)))
            .Where(line => line.Contains("uses:", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches("@[0-9a-f]{40} # v", line));
    }
}
