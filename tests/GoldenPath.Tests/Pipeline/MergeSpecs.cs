using System.Globalization;
using System.Text.Json.Nodes;
using GoldenPath.TestKit.GitHub;

namespace GoldenPath.Tests.Pipeline;

/// <summary>A golden path on several machines: four shards side by side, and what becomes of them together.</summary>
public sealed class MergeSpecs : IAsyncLifetime
{
    private const int Shards = 4;
    private const int Users = 4_000;
    private const int Culprit = 2_417;

    private GitHubServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await GitHubServer.StartAsync();
        _server.Prefix = "";
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        Assert.Empty(_server.Violations);
    }

    [Spec(Timeout = 300_000)]
    public async Task Four_shards_of_a_thousand_users_give_one_verdict_and_one_issue_that_names_the_user_who_failed()
    {
        using var folder = new PipelineFolder(WithAnAccountOfEachMachine);
        folder.Environment["GITHUB_TOKEN"] = GitHubServer.Token;

        var runs = await RunAllAsync(folder);

        Assert.Equal([0, 0, 1, 0], runs.Select(run => run.ExitCode));
        Assert.Empty(_server.Issues); // A part of a run files nothing.
        var merged = (await MergeAsync(folder, "artifacts/golden-path/*")).Exits(1).SaysNothingOf("   at ");
        Assert.Equal("product", (string?)folder.Result["verdict"]);
        Assert.Equal("auth.login-failed", (string?)folder.Result["diagnosis"]!["cause"]);
        Assert.Contains($"user {Culprit}", (string?)folder.Result["diagnosis"]!["summary"], StringComparison.Ordinal);
        Assert.Contains("(shard 3 of 4)", (string?)folder.Result["diagnosis"]!["summary"], StringComparison.Ordinal);
        Assert.Equal((4, 3, 1), Counts(folder.Result));
        merged.Says("Shard 3/4: product").Says("Shard 4/4: passed");
        var issue = Assert.Single(_server.Issues);
        Assert.Contains($"user {Culprit}", issue.Body, StringComparison.Ordinal);
        Assert.Contains("1: passed, 2: passed, 3: product, 4: passed", issue.Body, StringComparison.Ordinal);
        var page = folder.Read("artifacts/golden-path/latest/report.html");
        Assert.Contains("1 of 4,000 users failed in golden-path", page, StringComparison.Ordinal);
        Assert.Contains("shard-3.backend", page, StringComparison.Ordinal);
        AssertCitationsHold(folder);

        // The same incident as of a run in one piece: there is one issue, whoever finds it.
        await MergeAsync(folder, "artifacts/golden-path/*");
        Assert.Single(_server.Issues);
    }

    [Spec(Timeout = 120_000)]
    public async Task Green_is_only_a_run_whose_shards_are_all_there_and_green()
    {
        using var folder = new PipelineFolder(Configurations.Backend(smoke: ""));
        foreach (var number in new[] { 1, 2 })
        {
            (await folder.RunAsync("SmokeTest", "--shard", $"{number}/2")).Exits(0);
        }

        var results = Directory
            .GetDirectories(Path.Combine(folder.Path, "artifacts/golden-path"), "2*")
            .Order(StringComparer.Ordinal)
            .ToList();
        (await MergeAsync(folder, "artifacts/golden-path/*")).Exits(0).Says("Verdict of 2 shards: passed");
        Assert.Equal((2, 2, 0), Counts(folder.Result));
        (await MergeAsync(folder, results[0])).Exits(4).Says("Shard 2/2 left no result");
        Assert.Equal("inconclusive", (string?)folder.Result["verdict"]);
        (await MergeAsync(folder, "nowhere/*")).Exits(3).Says("no run of a shard is there");
        (await folder.RunAsync("Merge")).Exits(3).Says("--runs");

        Copy(results[0], results[0][..^4] + "ffff");
        (await MergeAsync(folder, "artifacts/golden-path/*")).Exits(3).Says("is there 2 times");
        Directory.Delete(results[0], recursive: true);
        Edit(results[0][..^4] + "ffff", result => result["shard"]!["of"] = "workflow run 1");
        (await MergeAsync(folder, "artifacts/golden-path/*")).Exits(3).Says("are of different runs");
    }

    [Spec(Timeout = 60_000)]
    public async Task A_shard_with_nothing_to_do_and_one_that_is_none_are_told_before_anything_starts()
    {
        using var folder = new PipelineFolder(Configurations.Backend());
        (await folder.RunAsync("SmokeTest", "--shard", "3/3")).Exits(3).Says("use 2 shards or fewer");
        (await folder.RunAsync("SmokeTest", "--shard", "3/2")).Exits(3).Says("--shard 3/2: a shard is K/N");
    }

    private static async Task<CommandOutput[]> RunAllAsync(PipelineFolder folder) =>
        await Task.WhenAll(
            Enumerable
                .Range(1, Shards)
                .Select(number =>
                {
                    folder.Environment["LAST_WORD"] = number == 3 ? "wrong" : "analytical-engine";
                    return folder.RunAsync("SmokeTest", "--shard", $"{number}/{Shards}");
                })
        );

    private Task<CommandOutput> MergeAsync(PipelineFolder folder, string runs) =>
        folder.RunAsync("Merge", "--file-issue", "--runs", runs, "--repository", "acme/agents", "--github-api", _server.Root.AbsoluteUri);

    private static (int, int, int) Counts(JsonNode result) =>
        ((int)result["smoke"]!["total"]!, (int)result["smoke"]!["passed"]!, (int)result["smoke"]!["failed"]!);

    // What a citation quotes must stand where it says, in the merged folder.
    private static void AssertCitationsHold(PipelineFolder folder)
    {
        var evidence = folder.Result["diagnosis"]!["chain"]!.AsArray().SelectMany(why => why!["evidence"]!.AsArray()).ToList();
        Assert.NotEmpty(evidence);
        foreach (var (source, text) in evidence.Select(one => ((string)one!["source"]!, (string)one["text"]!)))
        {
            var parts = source.Split(':');
            var line = folder.Read("artifacts/golden-path/latest/" + parts[0]).Split('\n')[
                int.Parse(parts[1], CultureInfo.InvariantCulture) - 1
            ];
            Assert.Contains(text[..Math.Min(20, text.Length)], line, StringComparison.Ordinal);
        }
    }

    private static void Copy(string folder, string target)
    {
        Directory.CreateDirectory(target);
        File.Copy(Path.Combine(folder, "run.json"), Path.Combine(target, "run.json"));
        Edit(target, result => result["runId"] = Path.GetFileName(target));
    }

    private static void Edit(string folder, Action<JsonNode> edit)
    {
        var file = Path.Combine(folder, "run.json");
        var result = JsonNode.Parse(File.ReadAllText(file))!;
        edit(result);
        File.WriteAllText(file, result.ToJsonString());
    }

    // Users log in with a thousand accounts in turn; one of them is another one on each machine.
    private static string WithAnAccountOfEachMachine
    {
        get
        {
            var logins = Enumerable
                .Range(1, 1_000)
                .Select(account => Login(account == Culprit % 1_000 ? "${LAST_WORD}" : "analytical-engine"));
            return $$"""
                name: load
                services:
                  backend:
                    process:
                      command: [dotnet, "{{Programs.AgentBackend}}"]
                      environment: { ASPNETCORE_URLS: "http://*:{port}", ASPNETCORE_ENVIRONMENT: Development }
                    port: 0
                    ready: { http: /ready, timeout: 60s }
                scenarios:
                  golden-path:
                    login:
                {{string.Join('\n', logins)}}
                    connect: { url: "ws://localhost:{port}/ws", token: subprotocol }
                    ready: connection_established
                    send: { type: user_message, content: "What is 6 * 7? Please quote the reference {nonce} in your answer." }
                    expect: { tools: required, within: { agent_completed: 60s } }
                    users: {{Users}}
                """;
        }
    }

    private static string Login(string password) =>
        $$"""      - { post: "http://localhost:{port}/auth/login", json: { email: ada@example.com, password: "{{password}}" }, token: "$.access_token" }""";
}
