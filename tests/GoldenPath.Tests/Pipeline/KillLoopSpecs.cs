using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Tests.Pipeline;

/// <summary>Kills whole runs at random moments. <c>GOLDENPATH_KILL_ROUNDS</c> sets how many, <c>GOLDENPATH_KILL_SEED</c> where the generator starts.</summary>
public sealed class KillLoopSpecs
{
    private static readonly int Rounds = Setting("GOLDENPATH_KILL_ROUNDS", 4);
    private static readonly int Seed = Setting("GOLDENPATH_KILL_SEED", 4711);

    [Spec(Timeout = 3_600_000)]
    public async Task Whenever_a_pipeline_is_killed_nothing_is_left_and_the_next_one_works()
    {
        var random = new Random(Seed);
        using var reservation = FreePort.Reserve();
        var port = reservation.Port;
        reservation.Dispose();
        using var folder = new PipelineFolder(Stubborn(port));
        folder.Write("green.xml", """<testsuite><testcase name="green"/></testsuite>""");
        using var lookAlike = RunningCommand.Start(folder.Path, [Programs.Misbehaving, "hang"], []);
        for (var round = 0; round < Rounds; round++)
        {
            var moment = TimeSpan.FromMilliseconds(random.Next(4_000));
            await KillAsync(folder, moment, $"Seed {Seed}, round {round}, after {moment}");
            Assert.False(Listens(port), $"Seed {Seed}, round {round}, after {moment}: port {port} is still taken");
        }

        Assert.False(lookAlike.HasEnded);
        (await folder.RunAsync("SmokeTest", "--no-issue")).Exits(0);
        Assert.Empty(RunTraces.Leases(folder));
        Assert.InRange(Directory.GetDirectories(Path.Combine(folder.Path, "artifacts", "golden-path")).Length, 1, RunFolders.Kept + 2);
    }

    private static async Task KillAsync(PipelineFolder folder, TimeSpan moment, string what)
    {
        using var run = folder.Start("SmokeTest", "--no-issue");
        await Task.Delay(moment, TimeProvider.System);
        if (!run.HasEnded)
        {
            await RunTraces.SignalAsync("KILL", run.Pid);
        }

        var ended = await run.EndAsync();
        await RunTraces.EndAsync(folder, $"{what}\n{ended.Text}");
    }

    /// <summary>A service that ignores every polite signal, with children, a grandchild and one that left for a session of its own.</summary>
    private static string Stubborn(int port)
    {
        var backend =
            $$"""[dotnet, "{{Programs.Misbehaving}}", ignore-signals, +, fork, "2", stubborn, +, daemonise, "daemon.pid", stubborn, +, listen, "127.0.0.1:{port}", +, hang]""";
        return $$"""
            name: stubborn
            services:
              backend: { process: { command: {{backend}}, stop: { grace: 500ms } }, port: {{port}}, ready: { http: /, timeout: 30s } }
            smoke:
              - { command: [sh, -c, "sleep 1; cp green.xml {results}/green.xml"], results: "{results}/*.xml" }
            """;
    }

    private static bool Listens(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
