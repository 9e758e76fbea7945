using GoldenPath.Runs;
using GoldenPath.TestKit.GitHub;
using GoldenPath.Tests.Triage;
using GoldenPath.Triage;

namespace GoldenPath.Tests.GitHub;

/// <summary>Many runners that file at the same moment, at a server whose lists lag behind and whose answers get lost.</summary>
public sealed class ConcurrentFilingSpecs : IDisposable
{
    private const int Filers = 20;

    private readonly string _directory = Directory.CreateTempSubdirectory("filers-").FullName;

    /// <summary>How many rounds: few in the usual run of the specs, as many as GOLDENPATH_ROUNDS says where somebody wants to know.</summary>
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("GOLDENPATH_ROUNDS"), out var rounds) ? rounds : 2;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Spec(Timeout = 1_800_000)]
    public async Task Filers_of_the_same_incidents_end_with_one_open_issue_each_and_every_occurrence_once()
    {
        for (var seed = 1; seed <= Rounds; seed++)
        {
            await RoundAsync(seed);
        }
    }

    private async Task RoundAsync(int seed)
    {
        var time = new IdleTime();
        await using var server = await GitHubServer.StartAsync(time);
        using var over = new CancellationTokenSource();
        var clock = time.PassWhileIdleAsync(server, over.Token);
        var random = new Random(seed);
        int Roll(int sides)
        {
            lock (random)
            {
#pragma warning disable CA5394 // Insecure randomness: a seed makes a round repeatable.
                return random.Next(sides);
#pragma warning restore CA5394
            }
        }
        server.Staleness = () => TimeSpan.FromMilliseconds(Roll(80));
        server.Faults = _ =>
            Roll(100) switch
            {
                0 or 1 => new(FaultKind.HangUp),
                2 or 3 => new(FaultKind.HangUpAfterEffect),
                4 => Fault.Error(502, "Server Error"),
                5 => new(FaultKind.AnswerAfterEffect, 502),
                6 => Fault.Error(429, "Slow down", ("Retry-After", "0")),
                7 => new(FaultKind.Answer, 200, "<html></html>", "text/html"),
                _ => null,
            };
        var results = await Task.WhenAll(Enumerable.Range(0, Filers).Select(filer => FileAsync(server, time, seed, filer)));
        server.Faults = _ => null;
        server.Staleness = () => TimeSpan.Zero;
        var waiting = results.Count(result => result == IssueAction.Queued);
        for (var filer = 0; filer < Filers; filer++)
        {
            using var later = new Desk(server, Folder(seed, filer), time) { Budget = TimeSpan.FromSeconds(60) };
            await later.TriageAsync();
        }
        await over.CancelAsync();
        await clock;
        var open = server.Issues.Where(issue => issue.IsOpen).ToList();
        Assert.True(open.Count == 2, $"seed {seed}: {open.Count} open issues, {waiting} had waited");
        Assert.All(
            open,
            issue =>
            {
                var rows = OccurrenceTable.Read(issue.Body).Rows;
                Assert.True(
                    rows.Count == Filers / 2 && rows.DistinctBy(row => row.RunId).Count() == rows.Count,
                    $"seed {seed}: {rows.Count} occurrences in issue {issue.Number}"
                );
                Assert.True(
                    issue.Comments.Count <= 1,
                    $"seed {seed}: {issue.Comments.Count} comments of one commit in issue {issue.Number}"
                );
            }
        );
        Assert.DoesNotContain(server.Labels, label => label.Name.StartsWith("golden-path-filing", StringComparison.Ordinal));
        Assert.Empty(server.Violations);
    }

    private async Task<IssueAction> FileAsync(GitHubServer server, IdleTime time, int seed, int filer)
    {
        await Task.Yield();
        using var desk = new Desk(server, Folder(seed, filer), time) { Budget = TimeSpan.FromSeconds(60) };
        var other = Incidents.Crash() with { FailureText = "database exited" };
        return (
            await desk.FailAsync("c1", incident => filer % 2 == 0 ? incident : incident with { FailureText = other.FailureText })
        ).Action;
    }

    private string Folder(int seed, int filer) => Path.Combine(_directory, $"{seed}-{filer}");
}
