using GoldenPath.TestKit.GitHub;
using GoldenPath.Triage;

namespace GoldenPath.Tests.Pipeline;

/// <summary>What whole runs do at a tracker.</summary>
public sealed class IssueFilingSpecs : IAsyncLifetime
{
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

    [Spec(Timeout = 180_000)]
    public async Task An_incident_lives_from_its_first_red_run_to_the_green_one_and_beyond()
    {
        using var folder = new FilingFolder(_server);

        (await folder.CrashAsync("c0000001")).Says("Issue created: https://github.example/acme/agents/issues/1");
        Assert.Equal(["P0", "auto-filed", "golden-path", "infrastructure", "websocket"], Labels(1));
        Assert.Equal(folder.Body, Issue(1).Body);
        await folder.CrashAsync("c0000001");
        await folder.CrashAsync("c0000002");
        Assert.Equal("commented", (string?)folder.Issue["action"]);
        Assert.Equal(3, OccurrenceTable.Read(Issue(1).Body).Rows.Count);
        Assert.Equal(2, Issue(1).Comments.Count);

        await folder.AnswerWronglyAsync("c0000003");
        Assert.Equal(["P0", "auto-filed", "golden-path", "product", "test-failure", "websocket"], Labels(2));
        Assert.Equal(2, _server.Issues.Count(issue => issue.IsOpen));

        await folder.WorkAsync("c0000004");
        Assert.Equal("closed", (string?)folder.Issue["action"]);
        Assert.All(
            _server.Issues,
            issue => Assert.Contains("Recovered in commit `c0000004`", issue.Comments[^1], StringComparison.Ordinal)
        );
        Assert.DoesNotContain(_server.Issues, issue => issue.IsOpen);

        await folder.CrashAsync("c0000005");
        Assert.Equal("reopened", (string?)folder.Issue["action"]);
        Assert.True(Issue(1).IsOpen);

        var today = _server.Now;
        _server.Now = () => today() - TimeSpan.FromDays(15);
        await folder.WorkAsync("c0000006");
        _server.Now = today;
        await folder.CrashAsync("c0000007");
        Assert.Equal("created", (string?)folder.Issue["action"]);
        Assert.Contains("Follows #1.", Issue(3).Body, StringComparison.Ordinal);
        Assert.Equal(folder.Body, Issue(3).Body);
        Assert.Equal([3], _server.Issues.Where(issue => issue.IsOpen).Select(issue => issue.Number));
    }

    [Spec(Timeout = 180_000)]
    public async Task What_cannot_be_filed_waits_and_a_triage_delivers_it_in_order_and_once()
    {
        using var folder = new FilingFolder(_server);

        await folder.CrashAsync("c0000001", "--dry-run");
        Assert.Equal("rendered", (string?)folder.Issue["action"]);
        await folder.CrashAsync("c0000002", "--no-issue");
        Assert.Equal("none", (string?)folder.Issue["action"]);
        Assert.Empty(folder.Outbox);
        Assert.Empty(_server.Requests);

        folder.Token = null;
        (await folder.CrashAsync("c0000003")).Says("no token").Says("Triage");
        folder.Token = GitHubServer.Token;
        _server.Faults = _ => Fault.Error(403, "Resource not accessible by integration");
        (await folder.CrashAsync("c0000004")).Says("permissions: issues: write").Says("Triage");
        folder.Api = new("http://127.0.0.1:1");
        (await folder.CrashAsync("c0000005")).Says("could not be reached").Says("Triage");
        Assert.Equal("queued", (string?)folder.Issue["action"]);
        Assert.Equal(3, folder.Outbox.Count);
        Assert.Empty(_server.Issues);

        _server.Faults = _ => null;
        folder.Api = _server.Root;
        (await folder.TriageAsync()).Exits(0).Says("3 delivered, 0 waiting");
        (await folder.TriageAsync()).Exits(0).Says("0 delivered, 0 waiting");
        Assert.Empty(folder.Outbox);
        Assert.Equal(["c0000003", "c0000004", "c0000005"], OccurrenceTable.Read(Issue(1).Body).Rows.Select(row => row.Commit));
    }

    [Spec(Timeout = 180_000)]
    public async Task On_a_persons_machine_only_shared_code_files_and_closes()
    {
        using var folder = new FilingFolder(_server) { Server = null };
        await folder.CrashAsync("c0000001", "--file-issue");
        Assert.True(Issue(1).IsOpen);

        (await folder.CrashAsync("c0000002")).Says("Issue rendered, not filed: ").Says("--file-issue");
        Assert.Equal("rendered", (string?)folder.Issue["action"]);
        (await folder.WorkAsync("c0000003")).Says("Open issues are left as they are: ");
        Assert.Equal("none", (string?)folder.Issue["action"]);

        Assert.Empty(folder.Outbox);
        Assert.True(Issue(1).IsOpen);
        Assert.Single(OccurrenceTable.Read(Issue(1).Body).Rows);
    }

    private ServerIssue Issue(int number) => _server.Issues.Single(issue => issue.Number == number);

    private IEnumerable<string> Labels(int number) => Issue(number).Labels.Order(StringComparer.Ordinal);
}
