using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GoldenPath.Runs;
using GoldenPath.TestKit.GitHub;

namespace GoldenPath.Benchmarks.Filing;

/// <summary>Times whole red commands with and without filing.</summary>
/// <param name="checkout">Where they run.</param>
/// <param name="runs">How many of each kind are counted, after one that is not.</param>
internal sealed class FilingBenchmark(RedCheckout checkout, int runs)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var server = await GitHubServer.StartAsync();
        await checkout.RunAsync(null, cancellationToken);
        var without = new List<(TimeSpan Took, RunResult Result)>();
        var created = new List<(TimeSpan Took, RunResult Result)>();
        var commented = new List<(TimeSpan Took, RunResult Result)>();
        for (var run = 0; run < runs; run++)
        {
            without.Add(await checkout.RunAsync(null, cancellationToken));
            created.Add(await FiledAsync(server.Api, IssueAction.Created, cancellationToken));
            commented.Add(await FiledAsync(server.Api, IssueAction.Commented, cancellationToken));
            server.Forget();
        }
        Print("not filed", without);
        Print("a new issue", created);
        Print("one more occurrence", commented);
        await DieAsync(server, cancellationToken);
        return 0;
    }

    private async Task DieAsync(GitHubServer server, CancellationToken cancellationToken)
    {
        using var blackHole = new TcpListener(IPAddress.Loopback, 0);
        blackHole.Start();
        using var refusing = new Socket(SocketType.Stream, ProtocolType.Tcp);
        refusing.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // Bound, and never listening.
        await PrintStageAsync("server refuses the connection", Local(refusing.LocalEndPoint!), cancellationToken);
        await PrintStageAsync("server accepts and stays silent", Local(blackHole.LocalEndpoint), cancellationToken);
        server.Faults = _ => new(FaultKind.StalledBody);
        await PrintStageAsync("server stalls in its answer", server.Api, cancellationToken);
    }

    private async Task PrintStageAsync(string what, Uri api, CancellationToken cancellationToken)
    {
        var (_, result) = await FiledAsync(api, IssueAction.Queued, cancellationToken);
        Print($"{what}: FileIssue took", Filing(result));
    }

    private async Task<(TimeSpan Took, RunResult Result)> FiledAsync(Uri api, IssueAction expected, CancellationToken cancellationToken)
    {
        var run = await checkout.RunAsync(api, cancellationToken);
        return run.Result.Issue.Action == expected
            ? run
            : throw new InvalidOperationException($"The issue was {run.Result.Issue.Action} instead of {expected}.");
    }

    private static Uri Local(EndPoint address) => new($"http://127.0.0.1:{((IPEndPoint)address).Port}");

    private static TimeSpan Filing(RunResult result) =>
        TimeSpan.FromMilliseconds(result.Stages.Single(stage => stage.Name == "FileIssue").DurationMs);

    private static TimeSpan Median(IReadOnlyCollection<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

    private static void Print(string what, List<(TimeSpan Took, RunResult Result)> red)
    {
        Print($"{what}: whole red run, median", Median([.. red.Select(run => run.Took)]));
        Print($"{what}: FileIssue of it, median", Median([.. red.Select(run => Filing(run.Result))]));
    }

    private static void Print(string what, TimeSpan time) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what, -52} {time.TotalMilliseconds, 7:0} ms"));
}
