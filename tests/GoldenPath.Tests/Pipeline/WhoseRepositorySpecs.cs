namespace GoldenPath.Tests.Pipeline;

/// <summary>A run belongs to the repository of its configuration file, wherever the build is and wherever a person stands.</summary>
public sealed class WhoseRepositorySpecs : IDisposable
{
    private readonly PipelineFolder _build = new(Configurations.Backend());
    private readonly GitFolder _other = new();

    public void Dispose()
    {
        _build.Dispose();
        _other.Dispose();
    }

    [TableSpec]
    [InlineData(".", "--config", "goldenpath.yml")]
    [InlineData(".")]
    [InlineData("tests/deep")]
    [InlineData("tests/deep", "--config", "../../goldenpath.yml")]
    public async Task Another_team_runs_its_own_product_from_its_own_folder(string stands, params string[] config)
    {
        _other.Write("goldenpath.yml", Configurations.Misbehaving("exit, \"3\""));
        _other.Commit();
        Directory.CreateDirectory(Path.Combine(_other.Path, "tests/deep"));

        var ended = await RunAsync(stands, ["SmokeTest", "--dry-run", .. config]);

        ended.Exits(2).Says("goldenpath.yml").Says($"commit {_other.Head[..8]}").Says("exited with code 3");
        Assert.Contains(_other.Head, await ReadAsync("artifacts/golden-path/latest/issue.md"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_build.Path, "artifacts")));
        Assert.Empty(_other.Git("status", "--porcelain"));
    }

    [TableSpec]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_repository_without_a_commit_and_a_folder_without_one_have_runs_too(bool isRepository)
    {
        using var folder = new TemporaryFolder();
        using var fresh = new GitFolder(hasCommit: false);
        var path = isRepository ? fresh.Path : folder.Path;
        await File.WriteAllTextAsync(Path.Combine(path, "goldenpath.yml"), Configurations.Misbehaving("exit, \"3\""));

        (await RunInAsync(path, ["SmokeTest", "--dry-run"])).Exits(2).Says("exited with code 3").SaysNothingOf("   at ");

        var issue = await File.ReadAllTextAsync(Path.Combine(path, "artifacts/golden-path/latest/issue.md"));
        Assert.DoesNotContain("**Commit:**", issue, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_repository_without_a_file_is_not_given_the_one_of_the_build() =>
        (await RunAsync(".", ["SmokeTest"])).Exits(3).Says("goldenpath.yml").Says("not found").SaysNothingOf("started (pid");

    [Spec]
    public async Task A_replay_finds_the_folder_from_where_a_person_stands()
    {
        _other.Write("goldenpath.yml", Configurations.Misbehaving("exit, \"3\""));
        await RunAsync(".", ["SmokeTest", "--no-issue"]);

        using var replay = RunningCommand.Start(
            Path.Combine(_other.Path, "artifacts"),
            [Programs.OtherTeam, "Replay", "--run", "golden-path/latest", "--root", _build.Path],
            Environment()
        );

        (await replay.EndAsync()).Exits(0).Says("process.exited");
    }

    private Task<string> ReadAsync(string file) => File.ReadAllTextAsync(Path.Combine(_other.Path, file));

    private Task<CommandOutput> RunAsync(string stands, string[] arguments) => RunInAsync(Path.Combine(_other.Path, stands), arguments);

    private async Task<CommandOutput> RunInAsync(string folder, string[] arguments)
    {
        using var command = RunningCommand.Start(
            Path.GetFullPath(folder),
            [Programs.OtherTeam, .. arguments, "--root", _build.Path],
            Environment()
        );
        return await command.EndAsync();
    }

    private Dictionary<string, string?> Environment() =>
        new(_build.Environment) { ["GOLDENPATH_STATE"] = Path.Combine(_build.Path, "state") };
}
