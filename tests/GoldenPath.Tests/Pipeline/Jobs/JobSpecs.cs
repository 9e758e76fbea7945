using GoldenPath.TestKit.GitHub;
using GoldenPath.Tests.Reporting;
using GoldenPath.Triage;

namespace GoldenPath.Tests.Pipeline.Jobs;

/// <summary>The whole pipeline as a step of a job: its page, its notes, its outputs, and what it files, for each event that starts one.</summary>
public sealed class JobSpecs : IAsyncLifetime
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

    private static string Canned { get; } = Configurations.Backend(", AGENT_MISBEHAVIOUR: canned-answer");

    [Spec(Timeout = 120_000)]
    public async Task A_red_push_to_the_default_branch_is_told_in_all_places_and_a_green_schedule_closes_its_issue()
    {
        using var job = new JobFolder(_server);
        job.Checkout.Write("goldenpath.yml", Canned);
        var red = await job.RunAsync("push", "main", "SmokeTest");
        Snapshot.Matches("push", job.Shown(red));
        red.Says("::group::").Says("::add-mask::").SaysNothingOf("::warning::");

        job.Checkout.Write("goldenpath.yml", Configurations.Backend());
        Snapshot.Matches("schedule", job.Shown(await job.RunAsync("schedule", "main", "SmokeTest")));
    }

    [Spec(Timeout = 120_000)]
    public async Task A_red_pull_request_files_an_issue_of_its_branch()
    {
        using var job = new JobFolder(_server);
        job.Checkout.Write("goldenpath.yml", Configurations.Misbehaving("exit, \"3\""));
        Snapshot.Matches("pull_request", job.Shown(await job.RunAsync("pull_request", "7/merge", "SmokeTest")));
        Assert.Contains("`feature`", _server.Issues.Single().Body, StringComparison.Ordinal);
    }

    [TableSpec(Timeout = 120_000)]
    [InlineData("fork")]
    [InlineData("fork-gone")]
    public async Task A_fork_asks_the_tracker_nothing_and_shows_the_issue_on_its_page(string trigger)
    {
        using var job = new JobFolder(_server);
        job.Checkout.Write("goldenpath.yml", Canned);
        var red = await job.RunAsync(trigger, "7/merge", "SmokeTest");
        Snapshot.Matches("fork", job.Shown(red));
        Assert.Empty(_server.Requests);
        Assert.Contains("## Root cause", job.Summary, StringComparison.Ordinal);
    }

    [Spec(Timeout = 120_000)]
    public async Task A_wrong_configuration_shows_each_problem_at_its_line()
    {
        using var job = new JobFolder(_server);
        job.Checkout.Write(
            "goldenpath.yml",
            """
            name: dispatched
            services:
              backend:
                external: true
                prot: 8002
            scenarios:
              golden-path:
                conect: { url: "ws://localhost:{port}/ws" }
            """
        );
        Snapshot.Matches("workflow_dispatch", job.Shown((await job.RunAsync("workflow_dispatch", "main", "SmokeTest")).Exits(3)));
    }

    [Spec(Timeout = 120_000)]
    public async Task A_cancelled_job_says_so_and_leaves_nothing()
    {
        using var job = new JobFolder(_server);
        job.Checkout.Write("goldenpath.yml", Configurations.Misbehaving("hang", "http: /ready, timeout: 60s"));
        using var command = job.Start("push", "main", "SmokeTest");
        await command.PrintsAsync("missing: HTTP GET /ready");
        await RunTraces.SignalAsync("INT", command.Pid);
        var ended = (await command.EndAsync()).Exits(130);
        await RunTraces.EndAsync(job.Checkout, ended.Text);
        Snapshot.Matches("cancelled", job.Shown(ended));
    }

    [Spec(Timeout = 120_000)]
    public async Task A_trusted_job_delivers_what_a_fork_left_as_text_and_never_twice()
    {
        using var fork = new JobFolder(_server);
        fork.Checkout.Write("goldenpath.yml", Canned);
        await fork.RunAsync("fork", "7/merge", "SmokeTest");
        using var trusted = new JobFolder(_server);
        trusted.Checkout.Write("goldenpath.yml", Configurations.Backend());
        var outbox = Path.GetDirectoryName(fork.Outbox.Single())!;

        var delivered = (await trusted.RunAsync("workflow_run", "main", "Triage", "--outbox", outbox)).Exits(0);
        Snapshot.Matches("workflow_run", trusted.Shown(delivered));
        var issue = _server.Issues.Single();
        Assert.StartsWith("<!-- golden-path:v1:", issue.Body, StringComparison.Ordinal);
        Assert.All(
            new MarkdownReading(issue.Body).Links,
            link => Assert.Equal("https://github.example/acme/agents/actions/runs/7001", link)
        );
        Assert.Equal("fork-7001", OccurrenceTable.Read(issue.Body).Rows.Single().RunId);
        await trusted.RunAsync("workflow_run", "main", "Triage", "--outbox", outbox);
        Assert.Empty(Assert.Single(_server.Issues).Comments);
    }

    [Spec(Timeout = 120_000)]
    public async Task Only_a_job_that_a_pull_request_s_run_started_takes_somebody_else_s_outbox()
    {
        using var job = new JobFolder(_server);
        job.Checkout.Write("goldenpath.yml", Configurations.Backend());
        (await job.RunAsync("push", "main", "Triage", "--outbox", job.Checkout.Path)).Exits(3).Says("on: workflow_run");
        (await job.RunAsync("workflow_run-push", "main", "Triage", "--outbox", job.Checkout.Path))
            .Exits(3)
            .Says("and the run that started this job is none");
        (await job.RunAsync("workflow_run", "main", "Triage", "--outbox", "missing")).Exits(0).Says("left nothing to deliver");
        job.Checkout.Write("20261128T100000000-run-v1-0123456789abcdef.json", "{}");
        (await job.RunAsync("workflow_run", "main", "Triage", "--outbox", job.Checkout.Path)).Exits(2).Says("Nothing was written");
        Assert.Empty(_server.Requests);
    }
}
