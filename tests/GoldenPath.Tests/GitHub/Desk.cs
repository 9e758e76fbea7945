using GoldenPath.GitHub;
using GoldenPath.Guard.Redaction;
using GoldenPath.Runs;
using GoldenPath.TestKit.GitHub;
using GoldenPath.Tests.Triage;
using GoldenPath.Triage;

namespace GoldenPath.Tests.GitHub;

/// <summary>A pipeline that files at a server, run after run.</summary>
internal sealed class Desk(GitHubServer server, string directory, TimeProvider? time = null) : IDisposable
{
    private readonly GitHubIssueTracker _tracker = new(
        time is null ? Options(server) : Options(server) with { RequestDeadline = TimeSpan.FromSeconds(10) },
        time
    );
    private int _runs;

    public RecordingConsole Console { get; } = new();

    public Outbox Outbox => new(Path.Combine(directory, "outbox"));

    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>When runs begin; a minute later with each.</summary>
    public DateTimeOffset Now { get; set; } = (time ?? TimeProvider.System).GetUtcNow();

    public static GitHubOptions Options(GitHubServer server, string token = GitHubServer.Token) =>
        new()
        {
            Repository = new("acme", "agents"),
            Token = token,
            Api = server.Api,
            RequestDeadline = TimeSpan.FromSeconds(2),
        };

    /// <summary>A run that fails with an incident.</summary>
    public Task<IssueResult> FailAsync(string commit = "c1", Func<Incident, Incident>? change = null)
    {
        var incident = Incidents.Crash(NextRun(), commit);
        incident = incident with { Run = incident.Run with { StartedAt = Now } };
        return Filing().FileAsync(change?.Invoke(incident) ?? incident, new(directory, incident.Run.RunId), CancellationToken.None);
    }

    /// <summary>A run that passes.</summary>
    public Task<IssueResult> PassAsync(string commit = "c2") =>
        Filing()
            .ResolveAsync(
                Incidents.Run(NextRun()) with
                {
                    Verdict = Verdict.Passed,
                    StartedAt = Now,
                },
                new() { Commit = commit, Branch = "main" },
                CancellationToken.None
            );

    public Task<TriageResult> TriageAsync() => Filing().TriageAsync(CancellationToken.None);

    public void Dispose() => _tracker.Dispose();

    private IncidentFiling Filing() =>
        new(
            new()
            {
                Outbox = Outbox,
                Tracker = _tracker,
                Budget = Budget,
            },
            new Redactor(),
            Console,
            time
        );

    private string NextRun()
    {
        Now += TimeSpan.FromMinutes(1);
        return $"run-{Environment.CurrentManagedThreadId}-{Guid.NewGuid():n}"[..20] + "-" + Interlocked.Increment(ref _runs);
    }
}
