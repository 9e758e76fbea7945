using System.Diagnostics;
using GoldenPath.GitHub;
using GoldenPath.Runs;
using GoldenPath.TestKit.GitHub;
using GoldenPath.Triage;

namespace GoldenPath.Tests.GitHub;

/// <summary>What is said and done when GitHub is not what it should be.</summary>
public sealed class GitHubTroubleSpecs : IAsyncLifetime, IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("trouble-").FullName;
    private readonly IdleTime _time = new();
    private readonly CancellationTokenSource _over = new();
    private GitHubServer _server = null!;
    private Task _clock = Task.CompletedTask;

    public static TheoryData<int, string, string, string> FinalAnswers =>
        new()
        {
            { 401, "Bad credentials", "", "does not accept the token" },
            { 403, "Resource not accessible by integration", "", "fork the token is read-only" },
            { 404, "Not Found", "", "knows no acme/agents" },
            { 410, "Issues has been disabled in this repository.", "", "issues are switched off" },
            { 451, "Repository access blocked", "", "refused the request (451" },
            { 400, "Problems parsing JSON", "", "refused the request (400" },
            { 403, "API rate limit exceeded for installation", "X-RateLimit-Remaining=0;X-RateLimit-Reset=4102444800", "limits the rate" },
            { 403, "You have exceeded a secondary rate limit", "Retry-After=3600", "limits the rate" },
            { 429, "Too many requests", "Retry-After=3600", "limits the rate" },
        };

    public static TheoryData<string> PassingFaults =>
        new()
        {
            "502",
            "500",
            "503 as a page",
            "200 as a page",
            "200 empty",
            "broken JSON",
            "hang-up",
            "429 for a moment",
            "403 secondary for a moment",
            "a list where an issue belongs",
        };

    public async Task InitializeAsync()
    {
        _server = await GitHubServer.StartAsync();
        _clock = _time.PassWhileIdleAsync(_server, _over.Token);
    }

    public async Task DisposeAsync()
    {
        await _over.CancelAsync();
        await _clock;
        await _server.DisposeAsync();
    }

    public void Dispose()
    {
        _over.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [TableSpec]
    [MemberData(nameof(FinalAnswers))]
    public async Task What_no_repetition_mends_is_worded_and_waits_in_the_outbox_at_once(
        int status,
        string message,
        string headers,
        string words
    )
    {
        _server.Faults = _ => Fault.Error(status, message, Headers(headers));
        using var desk = new Desk(_server, _directory);
        var begun = Stopwatch.GetTimestamp();
        Assert.Equal(IssueAction.Queued, (await desk.FailAsync()).Action);
        Assert.Contains(words, desk.Console.Text, StringComparison.Ordinal);
        Assert.Contains("./build.sh Triage", desk.Console.Text, StringComparison.Ordinal);
        Assert.Single(desk.Outbox.Waiting);
        Assert.Single(_server.Requests);
        Assert.True(Stopwatch.GetElapsedTime(begun) < desk.Budget, "it used up its budget");
    }

    [TableSpec]
    [MemberData(nameof(PassingFaults))]
    public async Task What_passes_is_tried_again_at_every_request(string name)
    {
        var seen = new HashSet<string>();
        _server.Faults = request => seen.Add(request.Method + request.Path) && !IsRight(request, name) ? Passing(name) : null;
        using var desk = new Desk(_server, _directory, _time);
        Assert.Equal(IssueAction.Created, (await desk.FailAsync("c1")).Action);
        seen.Clear();
        Assert.Equal(IssueAction.Commented, (await desk.FailAsync("c2")).Action);
        seen.Clear();
        Assert.Equal(IssueAction.Closed, (await desk.PassAsync("c3")).Action);
        var issue = Assert.Single(_server.Issues);
        Assert.Equal(3, OccurrenceTable.Read(issue.Body).Rows.Count);
        Assert.Equal(2, issue.Comments.Count);
        Assert.Empty(desk.Outbox.Waiting);
        Assert.Empty(_server.Violations);
    }

    [Spec]
    public async Task Nothing_is_done_twice_where_only_the_answer_was_lost()
    {
        foreach (var kind in new[] { FaultKind.HangUpAfterEffect, FaultKind.AnswerAfterEffect })
        {
            var seen = new HashSet<string>();
            _server.Faults = request => seen.Add(request.Method + request.Path) ? new(kind, 502) : null;
            using var desk = new Desk(_server, Path.Combine(_directory, kind.ToString()), _time);
            desk.Now += TimeSpan.FromDays(kind == FaultKind.HangUpAfterEffect ? 0 : 40);
            Assert.Equal(IssueAction.Created, (await desk.FailAsync("c1")).Action);
            seen.Clear();
            Assert.Equal(IssueAction.Commented, (await desk.FailAsync("c2")).Action);
            seen.Clear();
            Assert.Equal(IssueAction.Closed, (await desk.PassAsync("c3")).Action);
            var issue = _server.Issues.Last();
            Assert.Equal(3, OccurrenceTable.Read(issue.Body).Rows.Count);
            Assert.Equal(2, issue.Comments.Count);
        }
        Assert.Equal(2, _server.Issues.Count);
    }

    [TableSpec]
    [InlineData((int)FaultKind.Silence)]
    [InlineData((int)FaultKind.StalledBody)]
    [InlineData((int)FaultKind.HangUp)]
    public async Task A_dead_server_costs_no_more_than_the_budget(int kind)
    {
        _server.Faults = _ => new((FaultKind)kind);
        using var desk = new Desk(_server, _directory) { Budget = TimeSpan.FromSeconds(1) };
        var begun = Stopwatch.GetTimestamp();
        Assert.Equal(IssueAction.Queued, (await desk.FailAsync()).Action);
        Assert.Equal(IssueAction.None, (await desk.PassAsync()).Action);
        Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(20), "it took far more than its budget twice");
        Assert.Contains("It waits in", desk.Console.Text, StringComparison.Ordinal);
        Assert.Contains("The next green run", desk.Console.Text, StringComparison.Ordinal);
    }

    // Nothing of it is an issue, and nobody may take it for one.
    [TableSpec]
    [InlineData(200, "{}", "")]
    [InlineData(201, "{}", "")]
    [InlineData(200, "{\"number\":0}", "")]
    [InlineData(201, "{\"id\":7,\"name\":\"something\"}", "")]
    [InlineData(200, "null", "")]
    [InlineData(200, "\"text\"", "")]
    [InlineData(302, "", "")]
    [InlineData(302, "{}", "Location=")]
    [InlineData(304, "", "")]
    [InlineData(300, "{}", "Location=/elsewhere")]
    [InlineData(307, "{}", "Location=/api/v3/repos/acme/agents/labels")]
    public async Task An_incident_is_queued_early_where_answers_make_no_sense(int status, string body, string headers)
    {
        foreach (var path in new[] { "/issues", "" })
        {
            _server.Faults = request =>
                request.Path.ToString().EndsWith(path, StringComparison.Ordinal)
                    ? new(FaultKind.Answer, status, body, Headers: Headers(headers))
                    : null;
            using var desk = new Desk(_server, Path.Combine(_directory, $"at{path.TrimStart('/')}"), _time)
            {
                Budget = TimeSpan.FromMinutes(10),
            };
            var begun = _time.GetTimestamp();

            Assert.Equal(IssueAction.Queued, (await desk.FailAsync()).Action);

            Assert.Single(desk.Outbox.Waiting);
            Assert.True(_time.GetElapsedTime(begun) < desk.Budget / 2, $"it went on asking for {_time.GetElapsedTime(begun)}");
        }
    }

    [Spec]
    public async Task A_silent_server_is_asked_twice_and_no_more()
    {
        _server.Faults = _ => new(FaultKind.Silence);
        using var desk = new Desk(_server, _directory) { Budget = TimeSpan.FromMinutes(5) };

        Assert.Equal(IssueAction.Queued, (await desk.FailAsync()).Action);

        Assert.Equal(2, _server.Requests.Count);
        Assert.Single(desk.Outbox.Waiting);
    }

    [Spec]
    public async Task Where_nobody_listens_the_budget_is_not_used_up()
    {
        await _server.DisposeAsync();
        using var desk = new Desk(_server, _directory) { Budget = TimeSpan.FromSeconds(50) };
        var begun = Stopwatch.GetTimestamp();
        Assert.Equal(IssueAction.Queued, (await desk.FailAsync()).Action);
        Assert.Contains("could not be reached", desk.Console.Text, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(begun) < desk.Budget / 2, "it went on calling");
    }

    [Spec]
    public async Task The_token_goes_to_no_other_host_and_into_no_text()
    {
        await using var other = await GitHubServer.StartAsync();
        using var desk = new Desk(_server, _directory);
        _server.Faults = _ => new(FaultKind.Answer, 307, Headers: ("Location", other.Api + "/repos/acme/agents/labels"));
        Assert.Equal(IssueAction.Queued, (await desk.FailAsync()).Action);
        _server.Faults = request =>
            request.Method == "GET"
                ? new(FaultKind.Answer, 200, "[]", Headers: ("Link", $"<{other.Api}/repos/acme/agents/issues?page=2>; rel=\"next\""))
                : null;
        Assert.Equal(IssueAction.Queued, (await desk.FailAsync()).Action);
        _server.Faults = _ => Fault.Error(403, $"no {GitHubServer.Token} here");
        Assert.Equal(IssueAction.Queued, (await desk.FailAsync()).Action);
        Assert.Empty(other.Requests);
        Assert.Contains("another host", desk.Console.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(GitHubServer.Token, desk.Console.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(GitHubServer.Token, Desk.Options(_server).ToString(), StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_repository_that_moved_is_found_at_the_same_host()
    {
        _server.Faults = request =>
            request.Path.StartsWithSegments("/api/v3/repos/acme/old", StringComparison.Ordinal)
                ? new(
                    FaultKind.Answer,
                    301,
                    "{}",
                    Headers: (
                        "Location",
                        request.Path.ToString().Replace("/acme/old", "/acme/agents", StringComparison.Ordinal) + request.QueryString
                    )
                )
                : null;
        using var tracker = new GitHubIssueTracker(Desk.Options(_server) with { Repository = new("acme", "old") });
        Assert.Empty(await tracker.ListAsync("auto-filed", TrackedState.Open, CancellationToken.None));
        Assert.True(await tracker.TryClaimAsync("a-claim", "note", CancellationToken.None));
        Assert.Empty(_server.Violations);
    }

    [TableSpec]
    [InlineData("")]
    [InlineData("/api/v3")]
    public async Task A_server_on_this_machine_may_serve_its_API_at_its_root_or_as_an_enterprise_does(string prefix)
    {
        _server.Prefix = prefix;
        foreach (var address in new[] { _server.Root, new Uri(_server.Root, prefix + "/") })
        {
            using var tracker = new GitHubIssueTracker(Desk.Options(_server) with { Api = address });
            Assert.True(await tracker.TryClaimAsync("a-claim", "note", CancellationToken.None));
            Assert.Equal("note", await tracker.ReadClaimAsync("a-claim", CancellationToken.None));
            await tracker.ReleaseAsync("a-claim", CancellationToken.None);
            Assert.Null(await tracker.ReadClaimAsync("a-claim", CancellationToken.None));
            await tracker.CreateAsync("title", "body", [IncidentLabels.AutoFiled], CancellationToken.None);
        }
        _server.LargestPage = 1;
        using var reader = new GitHubIssueTracker(Desk.Options(_server) with { Api = _server.Root });
        Assert.Equal(2, (await reader.ListAsync("auto-filed", TrackedState.Open, CancellationToken.None)).Count);
        Assert.Empty(_server.Violations);
    }

    [Spec]
    public async Task A_repository_that_neither_address_knows_is_worded()
    {
        using var tracker = new GitHubIssueTracker(Desk.Options(_server) with { Api = _server.Root, Repository = new("acme", "other") });
        var refusal = await Assert.ThrowsAsync<TrackerException>(() =>
            tracker.ListAsync("auto-filed", TrackedState.Open, CancellationToken.None)
        );
        Assert.Contains("knows no acme/other", refusal.Message, StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData("<relative?page=2>; rel=\"next\"")]
    [InlineData("<http://127.0.0.1/?a>; rel=\"next\", <http://127.0.0.1/?b>; rel=\"next\"")]
    public async Task A_link_that_cannot_be_read_is_worded(string link)
    {
        _server.Faults = _ => new(FaultKind.Answer, 200, "[]", Headers: ("Link", link));
        using var tracker = new GitHubIssueTracker(Desk.Options(_server));
        var refusal = await Assert.ThrowsAsync<TrackerException>(() =>
            tracker.ListAsync("auto-filed", TrackedState.Open, CancellationToken.None)
        );
        Assert.Contains("cannot be read", refusal.Message, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_label_that_is_refused_for_another_reason_than_its_name_being_taken_is_no_claim()
    {
        _server.Faults = _ =>
            new(
                FaultKind.Answer,
                422,
                """{ "message": "Validation Failed", "errors": [ { "resource": "Label", "field": "name", "code": "invalid" } ] }"""
            );
        using var tracker = new GitHubIssueTracker(Desk.Options(_server));
        var refusal = await Assert.ThrowsAsync<TrackerException>(() => tracker.TryClaimAsync("a-claim", "note", CancellationToken.None));
        Assert.Contains("Label name invalid", refusal.Message, StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData("")]
    [InlineData("ghp_1\nX: y")]
    [InlineData("gh p")]
    [InlineData("tökén")]
    public Task A_token_that_cannot_be_one_is_refused_before_anything_is_sent(string token)
    {
        var refusal = Assert.Throws<TrackerException>(() => new GitHubIssueTracker(Desk.Options(_server, token)));
        Assert.Contains("token", refusal.Message, StringComparison.Ordinal);
        Assert.True(token.Length == 0 || !refusal.Message.Contains(token, StringComparison.Ordinal));
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData("acme/agents", true)]
    [InlineData(" acme/a.b_c-d ", true)]
    [InlineData("acme", false)]
    [InlineData("acme/agents/issues", false)]
    [InlineData("../agents", false)]
    [InlineData("acme/..", false)]
    [InlineData("acme/a b", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public Task A_repository_is_an_owner_and_a_name(string? text, bool isOne)
    {
        Assert.Equal(isOne, RepositoryName.TryParse(text, out var name));
        Assert.Equal(isOne ? text!.Trim() : null, name?.ToString());
        return Task.CompletedTask;
    }

    private static Fault Passing(string name) =>
        name switch
        {
            "502" => Fault.Error(502, "Server Error"),
            "500" => new(FaultKind.Answer, 500),
            "503 as a page" => new(FaultKind.Answer, 503, "<html>Unicorn!</html>", "text/html"),
            "200 as a page" => new(FaultKind.Answer, 200, "<html>Sign in</html>", "text/html"),
            "200 empty" => new(FaultKind.Answer, 200, ""),
            "broken JSON" => new(FaultKind.Answer, 200, "{ \"number\": 1, "),
            "hang-up" => new(FaultKind.HangUp),
            "429 for a moment" => Fault.Error(429, "Slow down", ("Retry-After", "0")),
            "403 secondary for a moment" => Fault.Error(403, "You have exceeded a secondary rate limit.", ("Retry-After", "0")),
            _ => new(FaultKind.Answer, 200, "[]"),
        };

    /// <summary>Whether nobody could tell the fault from a right answer.</summary>
    private static bool IsRight(Microsoft.AspNetCore.Http.HttpRequest request, string name) =>
        name == "a list where an issue belongs" && request.Method == "GET" && request.Path.ToString().EndsWith('s');

    private static (string Name, string Value)[] Headers(string text) =>
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1]))];
}
