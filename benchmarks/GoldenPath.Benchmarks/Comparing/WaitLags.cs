using System.Diagnostics;
using System.Globalization;
using GoldenPath.Benchmarks.Readiness;
using GoldenPath.Readiness;
using GoldenPath.Services;

namespace GoldenPath.Benchmarks.Comparing;

/// <summary>How late each knows that a service can answer. A closed port, and one that answers 503 until the service is ready.</summary>
/// <param name="starts">How many starts of each kind each waits for.</param>
/// <param name="npm">The folder with npm's packages; <c>null</c>: those on the search path.</param>
internal sealed class WaitLags(int starts, string? npm)
{
    public async Task<IReadOnlyList<Row>> MeasureAsync(CancellationToken cancellationToken)
    {
        List<Row> rows = [];
        foreach (var (what, unavailable) in new[] { ("a closed port", 0.0), ("503 until ready", 0.5) })
        {
            var waits = Waits(unavailable).ToList();
            var lags = waits.ToDictionary(wait => wait.Who, _ => new List<double>());
            for (var start = 0; start < starts; start++)
            {
                foreach (var (who, wait) in waits)
                {
                    lags[who].Add(await LagAsync(0.7 + (0.013 * start), unavailable, wait, cancellationToken));
                }
            }
            rows.AddRange(lags.Select(pair => new Row($"{what}: from \"can answer\" to \"known\"", pair.Key, "ms", pair.Value)));
        }
        return rows;
    }

    private IEnumerable<(string Who, Func<BenchmarkProcess, int, CancellationToken, Task> Wait)> Waits(double unavailable)
    {
        yield return ("GoldenPath, whose it is included", WaitAsync);
        if (Tool.Find("curl") is { } curl)
        {
            yield return ("curl, asked every 50 ms", By("sh", "-c", $"until {curl} -sf -o /dev/null \"$0\"; do sleep 0.05; done", "{url}"));
        }
        if (Tool.Find("wait-on", npm) is { } waitOn)
        {
            yield return ("wait-on", By(waitOn, "{get}"));
        }
        if (Tool.Find("start-server-and-test", npm) is { } startServer)
        {
            yield return ("start-server-and-test, to its end", By(startServer, "sleep 60", "{get}", "true"));
        }
        if (unavailable == 0 && Tool.Find("wait-for-it") is { } waitForIt)
        {
            yield return ("wait-for-it, the port alone", By(waitForIt, "-q", "{address}"));
        }
    }

    private static async Task WaitAsync(BenchmarkProcess service, int port, CancellationToken cancellationToken)
    {
        var target = new ReadinessTarget
        {
            Service = service.Name,
            Port = port,
            Process = service,
            Ready = new() { Http = "/" },
        };
        var outcome = await new ReadinessWait().WaitAsync(target, cancellationToken);
        if (!outcome.IsReady || !outcome.Identity.Verified)
        {
            throw new InvalidOperationException(outcome.Failure?.Summary ?? "The identity was not verified.");
        }
    }

    private static Func<BenchmarkProcess, int, CancellationToken, Task> By(params string[] command) =>
        async (_, port, cancellationToken) =>
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
            await Tool.RunAsync(
                [
                    .. command.Select(part =>
                        part.Replace("{url}", $"http://{address}/", StringComparison.Ordinal)
                            .Replace("{get}", $"http-get://{address}/", StringComparison.Ordinal)
                            .Replace("{address}", address, StringComparison.Ordinal)
                    ),
                ],
                cancellationToken
            );
        };

    private static async Task<double> LagAsync(
        double boot,
        double unavailable,
        Func<BenchmarkProcess, int, CancellationToken, Task> wait,
        CancellationToken cancellationToken
    )
    {
        using var reservation = FreePort.Reserve();
        await using var service = new BenchmarkProcess(reservation.Port, boot, unavailable);
        await wait(service, reservation.Port, cancellationToken);
        var known = Stopwatch.GetTimestamp();
        return Stopwatch.GetElapsedTime(await service.HealthySinceAsync(), known).TotalMilliseconds;
    }
}
