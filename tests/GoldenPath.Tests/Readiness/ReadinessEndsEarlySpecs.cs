using System.Net;
using GoldenPath.Configuration;
using GoldenPath.Readiness;
using GoldenPath.Services;

namespace GoldenPath.Tests.Readiness;

/// <summary>What ends a wait long before its time is up.</summary>
public sealed class ReadinessEndsEarlySpecs
{
    private static readonly ThisProcess Ours = new();
    private static readonly ReadinessDefinition Http = new() { Http = "/", Timeout = TimeSpan.FromMinutes(10) };

    [Spec]
    public async Task A_service_that_exits_during_startup_fails_at_once_with_its_last_words()
    {
        using var reservation = FreePort.Reserve();
        await using var child = Child.Start("exit", "70", "opening the database", "fatal: no table");

        var failure = (await Waiting.ForAsync(reservation.Port, child, Http)).Failure!;

        Assert.Equal(Causes.ProcessExited, failure.Cause);
        Assert.Matches(@"^Service 'backend' exited with code 70 \d+\.\d\d s after its start, before it was ready\.$", failure.Summary);
        Assert.Equal(["    opening the database", "    fatal: no table"], failure.Details.TakeLast(2));
        Assert.Contains(
            failure.Evidence,
            evidence => evidence == new Evidence($"logs/{Path.GetFileName(child.LogFile)}:2", "fatal: no table")
        );
    }

    [Spec]
    public async Task A_service_that_somebody_kills_during_startup_fails_at_once()
    {
        using var reservation = FreePort.Reserve();
        await using var child = Child.Start("hang");
        var waiting = Waiting.ForAsync(reservation.Port, child, Http);

        await child.StopAsync(CancellationToken.None);

        var failure = (await waiting).Failure!;
        Assert.Equal(Causes.ProcessKilled, failure.Cause);
        Assert.Contains("was ended with code 137 (SIGKILL)", failure.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_stranger_who_answers_instead_of_the_service_is_found_out()
    {
        using var reservation = FreePort.Reserve();
        await using var stranger = await Child.ListeningAsync($"127.0.0.1:{reservation.Port}");

        var failure = (await Waiting.ForAsync(reservation.Port, Ours, Http)).Failure!;

        Assert.Equal(Causes.PortInUse, failure.Cause);
        Assert.Contains($"pid {stranger.Pid} (", failure.Summary, StringComparison.Ordinal);
        Assert.Contains("MisbehavingService.dll listen", failure.Summary, StringComparison.Ordinal);
        Assert.False(stranger.Exited.IsCompleted);
    }

    [Spec]
    public async Task A_stranger_who_accepts_and_stays_silent_is_found_out_before_the_time_is_up()
    {
        using var reservation = FreePort.Reserve();
        await using var stranger = await Child.ListeningAsync($"127.0.0.1:{reservation.Port}");
        await using var child = Child.Start("hang");

        var failure = (
            await Waiting.ForAsync(reservation.Port, child, new() { WebSocket = "/ws", Timeout = TimeSpan.FromMinutes(10) })
        ).Failure!;

        Assert.Equal(Causes.PortInUse, failure.Cause);
    }

    [Spec]
    public async Task A_stranger_at_the_other_family_of_localhost_is_found_out()
    {
        await using var server = new LoopbackServer(LoopbackServer.Answering("HTTP/1.1 200 OK\nContent-Length: 0\n\n"));
        await using var stranger = await Child.ListeningAsync($"[::]:{server.Port}");

        var failure = (await Waiting.ForAsync(server.Port, Ours, Http, "localhost")).Failure!;

        Assert.Equal(Causes.PortNotOurs, failure.Cause);
        Assert.Contains($"pid {stranger.Pid} (", failure.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_stranger_at_another_address_than_the_one_asked_disturbs_nobody()
    {
        await using var server = new LoopbackServer(LoopbackServer.Answering("HTTP/1.1 200 OK\nContent-Length: 0\n\n"));
        await using var stranger = await Child.ListeningAsync($"[::1]:{server.Port}", $"127.0.0.2:{server.Port}");

        var outcome = await Waiting.ForAsync(server.Port, Ours, Http);

        Assert.True(outcome.IsReady, outcome.Failure?.Summary);
        Assert.True(outcome.Identity.Verified);
    }

    [Spec]
    public async Task A_service_that_exits_because_its_port_is_taken_is_told_who_has_it()
    {
        using var reservation = FreePort.Reserve();
        using var stranger = Listening.On(IPAddress.Loopback, reservation.Port);
        await using var child = Child.Start("listen", $"127.0.0.1:{reservation.Port}");

        var failure = (await Waiting.ForAsync(reservation.Port, child, Http)).Failure!;

        Assert.Equal(Causes.PortInUse, failure.Cause);
        Assert.Contains($"pid {Environment.ProcessId} (", failure.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task Where_nobody_can_see_who_listens_the_service_is_ready_and_not_verified()
    {
        await using var server = new LoopbackServer(LoopbackServer.Answering("HTTP/1.1 200 OK\nContent-Length: 0\n\n"));

        var outcome = await new ReadinessWait(sockets: new BlindSocketTable()).WaitAsync(
            Waiting.Target(server.Port, Ours, Http),
            CancellationToken.None
        );

        Assert.True(outcome.IsReady);
        Assert.False(outcome.Identity.Verified);
        Assert.Contains("it is not proved that it is 'backend'", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }
}
