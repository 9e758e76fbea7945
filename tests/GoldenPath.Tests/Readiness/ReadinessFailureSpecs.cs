using System.Net;
using GoldenPath.Configuration;
using GoldenPath.Readiness;
using GoldenPath.Services;

namespace GoldenPath.Tests.Readiness;

/// <summary>Why a service is not ready, told apart by evidence when the time is up.</summary>
public sealed class ReadinessFailureSpecs
{
    private static readonly ThisProcess Ours = new();
    private static readonly ReadinessDefinition Http = new() { Http = "/ready", Timeout = Waiting.Short };
    private static readonly ReadinessDefinition WebSocket = new() { WebSocket = "/ws", Timeout = Waiting.Short };

    [Spec]
    public async Task An_unhealthy_service_is_told_with_status_and_body()
    {
        var failure = await FailAsync("HTTP/1.1 503 Service Unavailable\nContent-Length: 22\n\ndatabase: not\treachable", Http);

        Assert.Equal(Causes.HttpUnhealthy, failure.Cause);
        Assert.Equal(
            "Service 'backend' was not ready after 0.40 s: GET /ready answers 503 Service Unavailable, \"database: not reachable\".",
            failure.Summary
        );
        Assert.Contains("- Missing: HTTP GET /ready answered with a 2xx status", failure.Details);
        Assert.Contains(failure.Details, line => line.StartsWith("- Timeline: accepted, HTTP 503 × ", StringComparison.Ordinal));
        Assert.Contains(
            failure.Details,
            line => line.StartsWith($"- Process: running, pid {Environment.ProcessId} (", StringComparison.Ordinal)
        );
        Assert.Contains(
            failure.Remedies,
            remedy => remedy.Command?.StartsWith("curl -i http://127.0.0.1:", StringComparison.Ordinal) == true
        );
    }

    [TableSpec]
    [InlineData("HTTP/1.1 404 Not Found\nContent-Length: 0\n\n", Causes.WebSocketNotFound)]
    [InlineData("HTTP/1.1 426 Upgrade Required\nContent-Length: 0\n\n", Causes.WebSocketNotFound)]
    [InlineData("HTTP/1.1 400 Bad Request\nContent-Length: 0\n\n", Causes.WebSocketNotFound)]
    [InlineData("HTTP/1.1 500 Oops\nContent-Length: 0\n\n", Causes.WebSocketRejected)]
    [InlineData("HTTP/1.1 200 OK\nContent-Length: 0\n\n", Causes.WebSocketRejected)]
    [InlineData("HTTP/1.1 101 Switching Protocols\nSec-WebSocket-Accept: wrong\n\n", Causes.WebSocketProtocolError)]
    [InlineData("HTTP/1.1 200 OK\nServer: nginx/1.27\nContent-Length: 0\n\n", Causes.WebSocketProxyWithoutUpgrade)]
    [InlineData("HTTP/1.1 502 Bad Gateway\nVia: 1.1 gateway\nContent-Length: 0\n\n", Causes.WebSocketProxyWithoutUpgrade)]
    public async Task A_refused_websocket_handshake_is_told_by_its_status(string answer, string cause) =>
        Assert.Equal(cause, (await FailAsync(answer, WebSocket)).Cause);

    [Spec]
    public async Task A_service_that_speaks_another_protocol_is_quoted()
    {
        var failure = await FailAsync("SSH-2.0-OpenSSH_9.6\n", Http);

        Assert.Equal(Causes.HttpNotHttp, failure.Cause);
        Assert.Contains("SSH-2.0-OpenSSH_9.6", failure.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_service_that_accepts_and_stays_silent_is_told()
    {
        await using var server = new LoopbackServer((stream, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token));

        var failure = (await Waiting.ForAsync(server.Port, Ours, Http)).Failure!;

        Assert.Equal(Causes.HttpNoAnswer, failure.Cause);
        Assert.Contains("stays silent", failure.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_service_that_hangs_up_is_told()
    {
        await using var server = new LoopbackServer((_, _) => Task.CompletedTask);

        var failure = (await Waiting.ForAsync(server.Port, Ours, Http)).Failure!;

        Assert.Equal(Causes.HttpNoAnswer, failure.Cause);
        Assert.Contains("closes them without an answer", failure.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_service_that_answers_and_hangs_up_on_the_handshake_is_told()
    {
        await using var server = new LoopbackServer(
            async (stream, token) =>
            {
                if (!(await LoopbackServer.ReadHeadAsync(stream, token)).Contains("Upgrade", StringComparison.Ordinal))
                {
                    await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), token);
                }
            }
        );

        var failure = (
            await Waiting.ForAsync(
                server.Port,
                Ours,
                new()
                {
                    Http = "/",
                    WebSocket = "/ws",
                    Timeout = Waiting.Short,
                }
            )
        ).Failure!;

        Assert.Equal(Causes.WebSocketProtocolError, failure.Cause);
        Assert.Contains("hangs up on the WebSocket handshake on /ws", failure.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task Tls_on_a_plain_port_is_told()
    {
        await using var server = new LoopbackServer(LoopbackServer.Answering("HTTP/1.1 200 OK\nContent-Length: 0\n\n"));

        var failure = (await Waiting.ForAsync(Waiting.Target(server.Port, Ours, Http) with { Tls = true })).Failure!;

        Assert.Equal(Causes.TlsMismatch, failure.Cause);
        Assert.Contains("speaks plain HTTP", failure.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_plain_question_to_a_tls_port_is_told()
    {
        await using var server = new LoopbackServer(Tls.Serving(LoopbackServer.Answering("")));

        var failure = (await Waiting.ForAsync(server.Port, Ours, Http)).Failure!;

        Assert.Equal(Causes.TlsMismatch, failure.Cause);
        Assert.Contains("speaks TLS", failure.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_process_that_listens_nowhere_is_told()
    {
        using var reservation = FreePort.Reserve();
        await using var child = Child.Start("hang");

        var outcome = await Waiting.ForAsync(reservation.Port, child, Http);

        Assert.Equal(Causes.PortNotListening, outcome.Failure!.Cause);
        Assert.Equal(Verdict.Environment, Verdicts.Of(Stages.WaitForPort8002, outcome.Failure));
        Assert.Contains($"it runs (pid {child.Pid}) and listens on no port", outcome.Failure.Summary, StringComparison.Ordinal);
        Assert.Matches(@"^refused × \d+ until 0\.\d+ s$", outcome.Timeline.ToString());
    }

    [Spec]
    public async Task A_process_that_listens_on_another_port_is_told_with_that_port()
    {
        using var expected = FreePort.Reserve();
        using var actual = FreePort.Reserve();
        await using var child = await Child.ListeningAsync($"127.0.0.1:{actual.Port}");

        var failure = (await Waiting.ForAsync(expected.Port, child, Http)).Failure!;

        Assert.Equal(Causes.PortWrongPort, failure.Cause);
        Assert.Contains($"127.0.0.1:{actual.Port}", failure.Summary, StringComparison.Ordinal);
        Assert.Contains(
            failure.Evidence,
            evidence =>
                evidence.Source.StartsWith("logs/", StringComparison.Ordinal)
                && evidence.Text.Contains("listening on", StringComparison.Ordinal)
        );
    }

    [TableSpec]
    [InlineData("127.0.0.1", "127.0.0.2", Causes.PortWrongInterface)]
    [InlineData("::1", "127.0.0.1", Causes.PortAddressFamily)]
    [InlineData("127.0.0.1", "::1", Causes.PortAddressFamily)]
    public async Task A_listener_at_another_address_is_told(string bound, string host, string cause)
    {
        using var socket = Listening.On(IPAddress.Parse(bound));

        var failure = (await Waiting.ForAsync(socket.Port(), Ours, Http, host)).Failure!;

        Assert.Equal(cause, failure.Cause);
        Assert.Contains($"it listens on {socket.LocalEndPoint}, and '{host}' is {host}", failure.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task An_external_service_that_nobody_started_is_told()
    {
        using var reservation = FreePort.Reserve();

        var failure = (await Waiting.ForAsync(reservation.Port, process: null, Http, "localhost")).Failure!;

        Assert.Equal(Causes.ServiceNotStarted, failure.Cause);
        Assert.Contains("external", failure.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_log_that_never_says_the_line_is_told()
    {
        var failure = (await Waiting.ForAsync(null, Ours, new() { Log = "started", Timeout = Waiting.Short })).Failure!;

        Assert.Contains("no line of its log matched 'started'", failure.Summary, StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData("(unclosed")]
    [InlineData("^(a+)+$")]
    public async Task A_pattern_that_cannot_be_used_is_a_configuration_error(string pattern)
    {
        using var reservation = FreePort.Reserve();
        var log = Path.GetTempFileName();
        await File.WriteAllTextAsync(log, new string('a', 60) + "!\n");

        var failure = (await Waiting.ForAsync(reservation.Port, new ThisProcess(log), new() { Log = pattern, Http = "/" })).Failure!;

        Assert.Equal(Verdict.Configuration, Verdicts.Of(Stages.WaitForPort8002, failure));
        Assert.Contains($"the pattern '{pattern}' for its log cannot be used", failure.Summary, StringComparison.Ordinal);
        File.Delete(log);
    }

    [Spec]
    public async Task An_unknown_host_is_told_at_once()
    {
        var outcome = await new ReadinessWait().WaitAsync(Waiting.Target(80, null, host: "no-such-host.invalid"), CancellationToken.None);

        Assert.Equal(Causes.ServiceNotStarted, outcome.Failure!.Cause);
        Assert.Contains("no-such-host.invalid", outcome.Failure.Summary, StringComparison.Ordinal);
    }

    private static async Task<Failure> FailAsync(string answer, ReadinessDefinition ready)
    {
        await using var server = new LoopbackServer(LoopbackServer.Answering(answer));
        return (await Waiting.ForAsync(server.Port, Ours, ready)).Failure!;
    }
}
