using System.Text.Json.Nodes;
using GoldenPath.Runs;
using GoldenPath.TestKit.GitHub;
using GoldenPath.Triage;
using Microsoft.AspNetCore.Http;

namespace GoldenPath.Tests.GitHub;

/// <summary>Issues that are not what they were: moved to another repository, gone, locked, forbidden. Nothing is ever written to another issue in
/// their place, and one of them keeps no other from being written.</summary>
public sealed class StrayIssueSpecs : IAsyncLifetime, IDisposable
{
    private const string Elsewhere = "/repositories/77/issues/2";

    private readonly TemporaryFolder _folder = new();
    private GitHubServer _server = null!;
    private Desk _desk = null!;

    public async Task InitializeAsync()
    {
        _server = await GitHubServer.StartAsync();
        _desk = new(_server, _folder.Path);
        Assert.Equal(1, (await _desk.FailAsync()).Number);
        Assert.Equal(2, (await _desk.FailAsync(change: Another)).Number);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _desk.Dispose();
        _folder.Dispose();
    }

    [Spec]
    public async Task An_issue_that_was_moved_is_filed_anew_and_the_one_with_its_new_number_is_left_alone()
    {
        var neighbour = _server.Issues.Single(issue => issue.Number == 2);
        _server.Faults = request =>
            IsOf(request, 1) ? Redirect(301)
            : request.Path.Value!.EndsWith(Elsewhere, StringComparison.Ordinal) ? MovedIssue()
            : null;

        var result = await _desk.FailAsync("c2");

        Assert.Equal((IssueAction.Created, 3), (result.Action, result.Number));
        Assert.Equal(neighbour, _server.Issues.Single(issue => issue.Number == 2));
        Assert.DoesNotContain(
            _server.Requests,
            request => !request.StartsWith("GET", StringComparison.Ordinal) && request.Contains("/issues/2", StringComparison.Ordinal)
        );
    }

    [TableSpec]
    [InlineData(301)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task What_is_to_be_written_does_not_follow_an_issue_that_moves_at_that_moment(int status)
    {
        _server.Faults = request => IsOf(request, 1) && request.Method != "GET" ? Redirect(status) : null;

        var result = await _desk.FailAsync("c2");

        Assert.Equal((IssueAction.Created, 3), (result.Action, result.Number));
        Assert.DoesNotContain(_server.Requests, request => request.Contains("/repositories/", StringComparison.Ordinal));
    }

    [TableSpec]
    [InlineData(404, "Not Found")]
    [InlineData(410, "This issue was deleted")]
    public async Task An_issue_that_is_gone_when_it_is_written_to_is_filed_anew(int status, string message)
    {
        _server.Faults = request => IsOf(request, 1) && request.Method == "PATCH" ? Fault.Error(status, message) : null;

        Assert.Equal((IssueAction.Created, 3), (await _desk.FailAsync("c2") is var result ? (result.Action, result.Number) : default));
    }

    [Spec]
    public async Task A_repository_with_another_name_now_is_told_and_nothing_is_written()
    {
        _server.Faults = request =>
            request.Method == "GET" && request.Path.Value!.EndsWith("/issues", StringComparison.Ordinal)
                ? new Fault(FaultKind.Answer, Body: $"[{Moved()}]")
                : null;
        var before = _server.Issues.Count;

        Assert.Equal(IssueAction.Queued, (await _desk.FailAsync("c2")).Action);

        Assert.Contains("answers with issues of another repository", _desk.Console.Text, StringComparison.Ordinal);
        Assert.Equal(before, _server.Issues.Count);
    }

    [Spec]
    public async Task An_issue_that_may_not_be_written_is_set_aside_with_the_reason_and_blocks_no_other()
    {
        _server.Faults = _ => Fault.Error(401, "Bad credentials");
        await _desk.FailAsync("c2");
        await _desk.FailAsync("c2", Another);
        _server.Faults = request => IsOf(request, 1) && request.Method != "GET" ? Fault.Error(403, "You cannot edit this issue") : null;

        var triage = await _desk.TriageAsync();

        Assert.Equal((2, 0), (Assert.Single(triage.Delivered).Number, triage.Waiting));
        var reason = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_desk.Outbox.Directory, "*.refused.txt")));
        Assert.StartsWith("issue 1 of acme/agents cannot be written (403: You cannot edit this issue)", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("permissions: issues: write", reason, StringComparison.Ordinal);
    }

    [Spec]
    public async Task What_an_archived_repository_refuses_is_set_aside_with_the_reason()
    {
        _server.Faults = request => request.Method == "GET" ? null : Fault.Error(403, "Repository was archived so is read-only.");
        Assert.Equal(IssueAction.Queued, (await _desk.FailAsync("c2")).Action);
        await _desk.FailAsync("c2", Another);

        var triage = await _desk.TriageAsync();

        Assert.Equal(0, triage.Waiting);
        Assert.Equal(2, Directory.GetFiles(_desk.Outbox.Directory, "*.refused").Length);
        Assert.Contains("acme/agents is archived", _desk.Console.Text, StringComparison.Ordinal);
    }

    [Spec]
    public async Task What_a_token_may_not_do_anywhere_waits_for_a_better_one()
    {
        _server.Faults = request =>
            IsOf(request, 1) && request.Method != "GET" ? Fault.Error(403, "Resource not accessible by integration") : null;
        Assert.Equal(IssueAction.Queued, (await _desk.FailAsync("c2")).Action);

        await Assert.ThrowsAsync<TrackerException>(_desk.TriageAsync);

        Assert.Single(_desk.Outbox.Waiting);
    }

    [Spec]
    public async Task A_recovery_closes_the_other_issues_where_one_may_not_be_closed()
    {
        _server.Faults = request => IsOf(request, 1) && request.Method != "GET" ? Fault.Error(403, "You cannot edit this issue") : null;

        await _desk.PassAsync();

        Assert.Equal([true, false], _server.Issues.Select(issue => issue.IsOpen));
        Assert.Contains("issue 1 of acme/agents cannot be written", _desk.Console.Text, StringComparison.Ordinal);
    }

    [Spec]
    public async Task An_issue_whose_marker_a_person_has_changed_is_not_closed_by_a_recovery()
    {
        var stale = _server.Issues.Single(issue => issue.Number == 1);
        _server.Staleness = () => TimeSpan.FromMinutes(1);
        _server.Edit(1, issue => issue with { Body = "This is about something else now." });

        await _desk.PassAsync();

        Assert.True(stale.IsOpen && _server.Issues.Single(issue => issue.Number == 1).IsOpen);
    }

    private static Incident Another(Incident incident) => incident with { FailureText = "the agent stayed silent" };

    private static bool IsOf(HttpRequest request, int number) =>
        request.Path.Value!.EndsWith($"/repos/acme/agents/issues/{number}", StringComparison.Ordinal)
        || request.Path.Value.Contains($"/repos/acme/agents/issues/{number}/", StringComparison.Ordinal);

    private Fault Redirect(int status) => new(FaultKind.Answer, status, "{}", Headers: ("Location", _server.Api + Elsewhere));

    private Fault MovedIssue() => new(FaultKind.Answer, Body: Moved());

    /// <summary>The first issue, as it is in the repository that it was moved to.</summary>
    private string Moved() =>
        new JsonObject
        {
            ["url"] = $"{_server.Api}/repos/acme/other/issues/2",
            ["html_url"] = "https://github.example/acme/other/issues/2",
            ["number"] = 2,
            ["title"] = "moved",
            ["body"] = _server.Issues.Single(issue => issue.Number == 1).Body,
            ["state"] = "open",
            ["labels"] = new JsonArray(),
        }.ToJsonString();
}
