using System.Diagnostics;
using System.Globalization;
using GoldenPath.Configuration;
using GoldenPath.Readiness;
using GoldenPath.Services;

namespace GoldenPath.Benchmarks.Readiness;

/// <summary>How late the wait knows, and what waiting costs.</summary>
internal static class ReadinessBenchmark
{
    private static readonly double[] Boots = [0.1, 0.3, 0.7, 1.5, 3];

    public static async Task<int> RunAsync(string[] options)
    {
        var starts = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 30;
        var seconds = options.Length > 1 ? int.Parse(options[1], CultureInfo.InvariantCulture) : 60;
        Lookup();
        await LagAsync("refused, then HTTP 200", starts, unavailable: 0);
        await LagAsync("HTTP 503 for 0.5 s, then 200", starts, unavailable: 0.5);
        await CostAsync("nobody listens", seconds, boot: 3600, new() { Http = "/" });
        await CostAsync("HTTP 503", seconds, boot: 0, new() { Http = "/" });
        return 0;
    }

    private static async Task LagAsync(string what, int starts, double unavailable)
    {
        var lags = new List<double>();
        for (var start = 0; start < starts; start++)
        {
            using var reservation = FreePort.Reserve();
            await using var service = new BenchmarkProcess(reservation.Port, Boots[start % Boots.Length] + (start * 0.0013), unavailable);
            var outcome = await new ReadinessWait().WaitAsync(
                Target(service, reservation.Port, new() { Http = "/" }),
                CancellationToken.None
            );
            var known = Stopwatch.GetTimestamp();
            if (!outcome.IsReady || !outcome.Identity.Verified)
            {
                throw new InvalidOperationException(outcome.Failure?.Summary ?? "The identity was not verified.");
            }

            lags.Add(Stopwatch.GetElapsedTime(await service.HealthySinceAsync(), known).TotalMilliseconds);
        }

        Print($"lag, {what}, {starts} starts of {Boots[0]:0.0} to {Boots[^1]:0.0} s (the first of the process: {lags[0]:0.00} ms)", lags);
    }

    private static async Task CostAsync(string what, int seconds, double boot, ReadinessDefinition ready)
    {
        using var reservation = FreePort.Reserve();
        await using var service = new BenchmarkProcess(reservation.Port, boot, unavailable: 3600);
        var before = Environment.CpuUsage.TotalTime;
        var outcome = await new ReadinessWait().WaitAsync(
            Target(service, reservation.Port, ready with { Timeout = TimeSpan.FromSeconds(seconds) }),
            CancellationToken.None
        );
        var used = Environment.CpuUsage.TotalTime - before;
        Console.WriteLine(
            $"processor time, {what}, {seconds} s: {used.TotalMilliseconds:0} ms, {used.TotalSeconds / seconds:P2} of a core ({outcome.Timeline})"
        );
    }

    private static void Lookup()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        foreach (
            var (what, likely) in new (string, int?)[]
            {
                ("the holder is known", Environment.ProcessId),
                ("all processes are looked at", null),
            }
        )
        {
            Print(
                $"who listens on a port, {what}, {Process.GetProcesses().Length} processes",
                [.. Enumerable.Range(0, 200).Select(_ => Time(() => SocketTable.OfThisMachine.On(port, likely)))]
            );
        }
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Print(string what, List<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToList();
        Console.WriteLine(
            $"{what}: median {sorted[sorted.Count / 2]:0.00} ms, p95 {sorted[(int)(sorted.Count * 0.95)]:0.00} ms, longest {sorted[^1]:0.00} ms"
        );
    }

    private static ReadinessTarget Target(BenchmarkProcess service, int port, ReadinessDefinition ready) =>
        new()
        {
            Service = service.Name,
            Port = port,
            Process = service,
            Ready = ready,
        };
}
