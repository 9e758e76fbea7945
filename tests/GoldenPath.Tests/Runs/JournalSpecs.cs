using System.Text.Json.Nodes;
using GoldenPath.Runs;
using GoldenPath.Tests.Pipeline;

namespace GoldenPath.Tests.Runs;

public sealed class JournalSpecs
{
    [Spec]
    public async Task A_run_keeps_what_its_probes_and_its_users_saw()
    {
        using var folder = new PipelineFolder(Configurations.Backend());
        await folder.RunAsync("SmokeTest", "--no-issue");
        var entries = folder
            .Read("artifacts/golden-path/latest/journal.jsonl")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)
            .ToList();

        var readiness = entries.Single(entry => (string?)entry["kind"] == "readiness");
        Assert.Equal("backend", (string?)readiness["service"]);
        Assert.Contains(
            readiness["probes"]!.AsArray(),
            probe => (string?)probe!["probe"] == "WebSocket" && (bool)probe["ready"]! && (double)probe["first"]! > 0
        );
        var users = entries.Where(entry => (string?)entry["kind"] == "session").ToList();
        Assert.Equal([1, 2], users.Select(user => (int)user["user"]!));
        Assert.All(users, user => Assert.Equal("agent_completed", (string?)user["steps"]!.AsArray()[^1]!["name"]));
        Assert.All(users, user => Assert.True((double)user["sent"]! > (double)readiness["ms"]!));
    }

    [Spec]
    public async Task Secrets_deep_in_the_facts_are_taken_out()
    {
        using var folder = new TemporaryFolder();
        using (
            var journal = new Journal(
                folder.File("journal.jsonl"),
                new RunClock(TimeProvider.System),
                text => text.Replace("hush", "***", StringComparison.Ordinal)
            )
        )
        {
            journal.Write("kind", "a hush", ("facts", new JsonArray(new JsonObject { ["deep"] = new JsonArray("a hush", 3, null) })));
        }

        var entry = JsonNode.Parse(await File.ReadAllTextAsync(folder.File("journal.jsonl")))!;
        Assert.Equal("a ***", (string?)entry["text"]);
        Assert.Equal("""[{"deep":["a ***",3,null]}]""", entry["facts"]!.ToJsonString());
    }
}
