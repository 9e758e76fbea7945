using GoldenPath.TestKit.GitHub;

namespace GoldenPath.Tests.Pipeline;

/// <summary>A checkout whose runs file at a server that speaks GitHub's REST, and whose token is looked for after each.</summary>
internal sealed class FilingFolder(GitHubServer server) : IDisposable
{
    private readonly PipelineFolder _folder = new();

    public string? Token { get; set; } = GitHubServer.Token;

    /// <summary>What build servers say of themselves; <c>null</c> on a person's machine.</summary>
    public string? Server { get; set; } = "true";

    public Uri Api { get; set; } = server.Root;

    public System.Text.Json.Nodes.JsonNode Issue => _folder.Result["issue"]!;

    public string Body => _folder.Read("artifacts/golden-path/latest/issue.md").Split("---\n\n", 2)[1];

    public IReadOnlyList<string> Outbox => Directory.Exists(OutboxFolder) ? [.. Directory.GetFiles(OutboxFolder, "*.json")] : [];

    private string OutboxFolder => Path.Combine(_folder.Path, "artifacts/outbox");

    /// <summary>A backend that exits before it listens: the environment's fault.</summary>
    public Task<CommandOutput> CrashAsync(string commit, params string[] arguments) =>
        RunAsync(Configurations.Misbehaving("exit, \"3\""), commit, [2], arguments);

    /// <summary>A backend that gives everybody the same answer: the product's fault.</summary>
    public Task<CommandOutput> AnswerWronglyAsync(string commit) =>
        RunAsync(Configurations.Backend(", AGENT_MISBEHAVIOUR: canned-answer"), commit, [1], []);

    /// <summary>A backend that works.</summary>
    public Task<CommandOutput> WorkAsync(string commit) => RunAsync(Configurations.Backend(), commit, [0], []);

    public Task<CommandOutput> TriageAsync() => CommandAsync("Triage", []);

    public void Dispose() => _folder.Dispose();

    private async Task<CommandOutput> RunAsync(string configuration, string commit, int[] exit, string[] arguments)
    {
        _folder.Write("goldenpath.yml", configuration);
        Directory.CreateDirectory(Path.Combine(_folder.Path, ".git"));
        _folder.Write(".git/HEAD", commit);
        var ended = (await CommandAsync("SmokeTest", arguments)).Exits(exit[0]).SaysNothingOf("   at ");
        Assert.Equal(exit[0], (int)_folder.Result["exitCode"]!);
        Assert.True((bool)_folder.Result["teardown"]!["verified"]!);
        return ended;
    }

    private async Task<CommandOutput> CommandAsync(string target, string[] arguments)
    {
        _folder.Environment["GITHUB_TOKEN"] = Token;
        _folder.Environment["CI"] = Server;
        using var command = _folder.Start([target, "--repository", "acme/agents", "--github-api", Api.AbsoluteUri, .. arguments]);
        var ended = command.EndAsync();
        while (!ended.IsCompleted)
        {
            AssertNoCommandLineHoldsTheToken();
            await Task.WhenAny(ended, Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None));
        }
        var output = await ended;
        output.SaysNothingOf(GitHubServer.Token);
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(GitHubServer.Token, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        }
        return output;
    }

    private static void AssertNoCommandLineHoldsTheToken()
    {
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            try
            {
                Assert.DoesNotContain(GitHubServer.Token, File.ReadAllText(Path.Combine(process, "cmdline")), StringComparison.Ordinal);
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // It has ended.
            }
        }
    }
}
