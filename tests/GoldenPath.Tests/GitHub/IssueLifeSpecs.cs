using GoldenPath.Runs;
using GoldenPath.TestKit.GitHub;
using GoldenPath.Tests.Reporting;
using GoldenPath.Tests.Triage;
using GoldenPath.Triage;

namespace GoldenPath.Tests.GitHub;

/// <summary>The life of issues at a server that speaks GitHub's REST.</summary>
public sealed class IssueLifeSpecs : IAsyncLifetime, IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("life-").FullName;
    private GitHubServer _server = null!;
    private Desk _desk = null!;

    public async Task InitializeAsync()
    {
        _server = await GitHubServer.StartAsync();
        _desk = new(_server, _directory);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        Assert.Empty(_server.Violations);
    }

    public void Dispose()
    {
        _desk.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Spec]
    public async Task Red_creates_an_issue_with_its_labels()
    {
        var result = await _desk.FailAsync();
        Assert.Equal((IssueAction.Created, 1), (result.Action, result.Number));
        Assert.Equal("https://github.example/acme/agents/issues/1", result.Url);
        var issue = Assert.Single(_server.Issues);
        Assert.Equal("[P0] golden path: WebSocket connection refused on port 8002 (backend exited, code 139)", issue.Title);
        Assert.Equal(["P0", "golden-path", "infrastructure", "websocket", "auto-filed"], issue.Labels);
        Assert.Equal(
            ["P0", "auto-filed", "golden-path", "infrastructure", "websocket"],
            _server.Labels.Select(label => label.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(_server.Labels, label => Assert.NotEmpty(label.Description!));
        Assert.Contains("github.example", _desk.Console.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(GitHubServer.Token, _desk.Console.Text, StringComparison.Ordinal);
    }

    [Spec]
    public async Task Red_again_adds_an_occurrence_and_comments_once_for_each_commit()
    {
        await _desk.FailAsync("c1");
        Assert.Equal(IssueAction.Commented, (await _desk.FailAsync("c1")).Action);
        Assert.Equal(IssueAction.Commented, (await _desk.FailAsync("c1")).Action);
        await _desk.FailAsync("c2");
        await _desk.FailAsync("c2");
        var issue = Assert.Single(_server.Issues);
        Assert.Equal(5, OccurrenceTable.Read(issue.Body).Rows.Count);
        Assert.Equal(2, issue.Comments.Count);
        Assert.Contains("`c1`", issue.Comments[0], StringComparison.Ordinal);
        Assert.Contains("`c2`", issue.Comments[1], StringComparison.Ordinal);
        Assert.Contains("Occurrences", new MarkdownReading(issue.Body).Headings);
    }

    [Spec]
    public async Task Another_incident_gets_another_issue()
    {
        await _desk.FailAsync();
        var other = await _desk.FailAsync(change: incident => incident with { FailureText = "database exited" });
        Assert.Equal((IssueAction.Created, 2), (other.Action, other.Number));
    }

    [Spec]
    public async Task Green_closes_with_the_commit_that_recovered()
    {
        await _desk.FailAsync();
        await _desk.FailAsync(change: incident => incident with { FailureText = "database exited" });
        await _desk.FailAsync(change: incident =>
            incident with
            {
                Run = incident.Run with { Name = "another-pipeline" },
                FailureText = "cache exited",
            }
        );
        var result = await _desk.PassAsync("feed5eed");
        Assert.Equal(IssueAction.Closed, result.Action);
        Assert.Equal([false, false, true], _server.Issues.Select(issue => issue.IsOpen));
        Assert.All(
            _server.Issues.Take(2),
            issue =>
            {
                Assert.Equal("completed", issue.StateReason);
                Assert.Contains("Recovered in commit `feed5eed`", Assert.Single(issue.Comments), StringComparison.Ordinal);
            }
        );
        Assert.Equal(IssueAction.None, (await _desk.PassAsync()).Action);
    }

    [Spec]
    public async Task Red_within_14_days_reopens_and_a_commit_that_passed_makes_it_flaky_for_good()
    {
        await _desk.FailAsync("c1");
        await _desk.PassAsync("c1");
        Assert.Equal((IssueAction.Reopened, 1), Outline(await _desk.FailAsync("c1")));
        var issue = Assert.Single(_server.Issues);
        Assert.True(issue.IsOpen);
        Assert.Contains("flaky", issue.Labels);
        Assert.Contains("reopened once", issue.Body, StringComparison.Ordinal);
        Assert.Equal(IssueAction.None, (await _desk.PassAsync("c1")).Action);
        Assert.True(Assert.Single(_server.Issues).IsOpen);
    }

    [Spec]
    public async Task Red_of_another_commit_within_14_days_reopens_without_flaky()
    {
        await _desk.FailAsync("c1");
        await _desk.PassAsync("c2");
        Assert.Equal((IssueAction.Reopened, 1), Outline(await _desk.FailAsync("c3")));
        Assert.DoesNotContain("flaky", Assert.Single(_server.Issues).Labels);
    }

    [Spec]
    public async Task Red_after_14_days_is_a_new_issue_that_links_the_old_one()
    {
        await _desk.FailAsync("c1");
        await _desk.PassAsync("c2");
        _desk.Now += TimeSpan.FromDays(15);
        Assert.Equal((IssueAction.Created, 2), Outline(await _desk.FailAsync("c3")));
        Assert.Contains("Follows #1.", _server.Issues.Last().Body, StringComparison.Ordinal);
        Assert.False(_server.Issues.First().IsOpen);
        await _desk.FailAsync("c4");
        Assert.Contains("Follows #1.", _server.Issues.Last().Body, StringComparison.Ordinal);
    }

    [Spec]
    public async Task What_a_person_changed_stays()
    {
        await _desk.FailAsync("c1");
        _server.Edit(
            1,
            issue =>
                issue with
                {
                    Title = "backend dies (see chat)",
                    Labels = [.. issue.Labels.Remove("websocket"), "P2"],
                    Milestone = 7,
                    Body =
                        "Note on top\n\n"
                        + issue.Body.Replace("## Impact", "## Impact (edited)", StringComparison.Ordinal)
                        + "\n\nNote below",
                }
        );
        await _desk.FailAsync("c2");
        await _desk.PassAsync("c3");
        await _desk.FailAsync("c4");
        var issue = Assert.Single(_server.Issues);
        Assert.Equal(("backend dies (see chat)", 7), (issue.Title, issue.Milestone));
        Assert.Contains("P2", issue.Labels);
        Assert.DoesNotContain("websocket", issue.Labels);
        Assert.StartsWith("Note on top", issue.Body, StringComparison.Ordinal);
        Assert.EndsWith("Note below", issue.Body, StringComparison.Ordinal);
        Assert.Contains("## Impact (edited)", issue.Body, StringComparison.Ordinal);
        Assert.Equal(4, OccurrenceTable.Read(issue.Body).Rows.Count);
    }

    [Spec]
    public async Task An_issue_is_found_although_a_person_took_one_of_its_labels_away()
    {
        await _desk.FailAsync("c1");
        _server.Edit(1, issue => issue with { Labels = issue.Labels.Remove("auto-filed") });
        Assert.Equal((IssueAction.Commented, 1), Outline(await _desk.FailAsync("c2")));
    }

    [Spec]
    public async Task A_quiet_issue_is_counted_and_left_alone()
    {
        await _desk.FailAsync("c1");
        _server.Edit(1, issue => issue with { Labels = issue.Labels.Add("golden-path-quiet") });
        await _desk.FailAsync("c2");
        await _desk.PassAsync("c3");
        await _desk.FailAsync("c4");
        var issue = Assert.Single(_server.Issues);
        Assert.False(issue.IsOpen);
        Assert.Empty(issue.Comments);
        Assert.Equal(4, OccurrenceTable.Read(issue.Body).Rows.Count);
    }

    [Spec]
    public async Task An_issue_behind_many_pages_and_pull_requests_is_found()
    {
        await _desk.FailAsync("c1");
        for (var index = 0; index < 60; index++)
        {
            await _desk.FailAsync(
                "c1",
                incident => incident with { FailureText = "other " + new string((char)('a' + (index % 26)), 1 + (index / 26)) }
            );
        }
        _server.Edit(30, issue => issue with { IsPullRequest = true, Body = _server.Issues.First().Body });
        _server.LargestPage = 7;
        Assert.Equal((IssueAction.Commented, 1), Outline(await _desk.FailAsync("c2")));
        Assert.Contains(_server.Requests, request => request.Contains("page=9", StringComparison.Ordinal));
    }

    [Spec]
    public async Task A_triage_delivers_what_waited_in_order_and_once()
    {
        using (var offline = new Desk(_server, _directory) { Budget = TimeSpan.FromSeconds(3) })
        {
            _server.Faults = _ => new(FaultKind.Answer, 403, """{ "message": "Resource not accessible by integration" }""");
            Assert.Equal(IssueAction.Queued, (await offline.FailAsync("c1")).Action);
            Assert.Equal(IssueAction.Queued, (await offline.FailAsync("c2")).Action);
            Assert.Contains("permissions: issues: write", offline.Console.Text, StringComparison.Ordinal);
        }
        _server.Faults = _ => null;
        Assert.Equal(2, _desk.Outbox.Waiting.Count);
        var result = await _desk.TriageAsync();
        Assert.Equal([IssueAction.Created, IssueAction.Commented], result.Delivered.Select(issue => issue.Action));
        Assert.Empty(_desk.Outbox.Waiting);
        Assert.Empty((await _desk.TriageAsync()).Delivered);
        Assert.Equal(["c1", "c2"], OccurrenceTable.Read(Assert.Single(_server.Issues).Body).Rows.Select(row => row.Commit));
    }

    [Spec]
    public async Task A_delivery_that_GitHub_refuses_is_set_aside_and_blocks_no_other()
    {
        _server.Faults = _ => Fault.Error(401, "Bad credentials");
        await _desk.FailAsync("c1");
        await _desk.FailAsync("c2", incident => incident with { FailureText = "database exited" });
        var refused = false;
        _server.Faults = request =>
            request.Method == "POST"
            && request.Path.ToString().EndsWith("/issues", StringComparison.Ordinal)
            && !refused
            && (refused = true)
                ? Fault.Error(422, "Validation Failed")
                : null;
        Assert.Equal(IssueAction.Created, Assert.Single((await _desk.TriageAsync()).Delivered).Action);
        Assert.Empty(_desk.Outbox.Waiting);
        Assert.Single(Directory.GetFiles(_desk.Outbox.Directory, "*.refused"));
        Assert.Contains("set aside", _desk.Console.Text, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_tracker_that_has_no_claims_is_filed_at_all_the_same()
    {
        _server.Faults = request =>
            request.Method == "GET" && request.Path.ToString().Contains("/labels/", StringComparison.Ordinal)
                ? Fault.Error(404, "Not Found")
                : null;
        using var tracker = new GoldenPath.GitHub.GitHubIssueTracker(Desk.Options(_server));
        Assert.True(
            await tracker.TryClaimAsync(
                "golden-path-filing-" + IssueMarker.Slug(Incidents.Crash().Fingerprint.Value),
                "note",
                CancellationToken.None
            )
        );
        Assert.Equal(IssueAction.Created, (await _desk.FailAsync("c1")).Action);
    }

    [Spec]
    public async Task A_triage_merges_duplicates_and_loses_nothing()
    {
        await _desk.FailAsync("c1");
        var first = _server.Issues.First();
        await _desk.FailAsync("c2", incident => incident with { FailureText = "database exited" });
        _server.Edit(
            2,
            issue =>
                issue with
                {
                    Body = issue.Body.Replace(
                        IssueMarker.Read(issue.Body)!.Value.Value,
                        IssueMarker.Read(first.Body)!.Value.Value,
                        StringComparison.Ordinal
                    ),
                }
        );
        Assert.Equal([new MergeStep(2, 1)], (await _desk.TriageAsync()).Steps);
        Assert.Equal([true, false], _server.Issues.Select(issue => issue.IsOpen));
        Assert.Equal("not_planned", _server.Issues.Last().StateReason);
        Assert.Equal(["c1", "c2"], OccurrenceTable.Read(_server.Issues.First().Body).Rows.Select(row => row.Commit));
        Assert.Empty((await _desk.TriageAsync()).Steps);
        Assert.Equal((IssueAction.Commented, 1), Outline(await _desk.FailAsync("c3")));
    }

    [Spec]
    public async Task No_label_of_a_claim_is_left_behind_and_an_abandoned_one_blocks_nobody_for_long()
    {
        var fingerprint = Incidents.Crash().Fingerprint;
        using var tracker = new GoldenPath.GitHub.GitHubIssueTracker(Desk.Options(_server));
        var name = "golden-path-filing-" + IssueMarker.Slug(fingerprint.Value);
        Assert.True(await tracker.TryClaimAsync(name, "deadbeef is filing until 2020-01-01T00:00:00Z", CancellationToken.None));
        Assert.False(await tracker.TryClaimAsync(name, "another", CancellationToken.None));
        Assert.Equal(IssueAction.Created, (await _desk.FailAsync()).Action);
        Assert.DoesNotContain(_server.Labels, label => label.Name.StartsWith("golden-path-filing", StringComparison.Ordinal));
        await tracker.ReleaseAsync(name, CancellationToken.None);
    }

    private static (IssueAction Action, int? Number) Outline(IssueResult result) => (result.Action, result.Number);
}
