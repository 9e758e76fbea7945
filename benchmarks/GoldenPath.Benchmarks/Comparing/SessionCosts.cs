using System.Globalization;

namespace GoldenPath.Benchmarks.Comparing;

/// <summary>What a session costs a client beyond its start: the processor time of a run with many users less that with one, by the number of them.</summary>
/// <param name="users">How many users.</param>
/// <param name="runs">How many runs of each client.</param>
/// <param name="npm">Where npm installed its tools; <c>null</c> for the search path alone.</param>
internal sealed class SessionCosts(int users, int runs, string? npm)
{
    private const string DebianPython = "/usr/bin/python3"; // The one that the package python3-websockets belongs to.

    public async Task<IReadOnlyList<Row>> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var backend = await InstantProcess.StartAsync(cancellationToken);
        return await MeasureAsync(Clients(backend.Port), cancellationToken);
    }

    private async Task<IReadOnlyList<Row>> MeasureAsync(
        IReadOnlyList<(string Who, Func<string, string[]> Command)> clients,
        CancellationToken cancellationToken
    )
    {
        var whole = clients.ToDictionary(client => client.Who, _ => new List<double>());
        var each = clients.ToDictionary(client => client.Who, _ => new List<double>());
        for (var run = 0; run < runs; run++)
        {
            foreach (var (who, command) in clients)
            {
                var start = await CostAsync(command("1"), cancellationToken);
                var total = await CostAsync(command(users.ToString(CultureInfo.InvariantCulture)), cancellationToken);
                whole[who].Add(total.TotalMilliseconds / users);
                each[who].Add((total - start).TotalMilliseconds / (users - 1));
            }
        }
        var count = users.ToString("N0", CultureInfo.InvariantCulture);
        return
        [
            .. each.Select(pair => new Row($"a session of {count}, beyond the start", pair.Key, "ms CPU", pair.Value)),
            .. whole.Select(pair => new Row($"a session of {count}, start included", pair.Key, "ms CPU", pair.Value)),
        ];
    }

    private List<(string Who, Func<string, string[]> Command)> Clients(string port)
    {
        List<(string Who, Func<string, string[]> Command)> clients =
        [
            ("GoldenPath", users => Tool.Self("users", "--url", $"ws://127.0.0.1:{port}/ws", "--users", users, "--rounds", "1", "--cold")),
            ("bare .NET client, judges nothing", users => Tool.Self("bare-client", port, users)),
        ];
        var script = Path.Combine(AppContext.BaseDirectory, "asyncio_client.py");
        if (File.Exists(DebianPython))
        {
            clients.Add(("Python websockets", users => [DebianPython, script, port, users]));
        }
        if (Tool.Find("artillery", npm) is { } artillery)
        {
            clients.Add(("Artillery, with a reader of its own", users => Artillery(artillery, port, users)));
        }
        return clients;
    }

    // All users arrive within the one second that is the shortest phase of Artillery.
    private static string[] Artillery(string artillery, string port, string users) =>
        [
            "env",
            $"BENCHMARK_PORT={port}",
            artillery,
            "run",
            "--quiet",
            "--overrides",
            $$$"""{"config":{"phases":[{"duration":1,"arrivalCount":{{{users}}}}]}}""",
            Path.Combine(AppContext.BaseDirectory, "artillery_client.yml"),
        ];

    private static async Task<TimeSpan> CostAsync(string[] command, CancellationToken cancellationToken)
    {
        var before = ChildTime.Total;
        await Tool.RunAsync(command, cancellationToken);
        return ChildTime.Total - before;
    }
}
