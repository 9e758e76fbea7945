using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using GoldenPath.Configuration;
using GoldenPath.Readiness;
using GoldenPath.Services;

namespace GoldenPath.Tests.Readiness;

/// <summary>What counts as ready.</summary>
public sealed class ReadinessWaitSpecs
{
    private const string Ok = "HTTP/1.1 200 OK\nContent-Length: 2\n\nok";
    private const string Unavailable = "HTTP/1.1 503 Service Unavailable\nContent-Length: 8\n\nstarting";
    private static readonly ThisProcess Ours = new();

    [Spec]
    public async Task A_service_that_answers_with_a_success_is_ready_and_its_listener_is_ours()
    {
        await using var server = new LoopbackServer(LoopbackServer.Answering(Ok));

        var outcome = await Waiting.ForAsync(server.Port, Ours, new() { Http = "/ready" });

        Assert.True(outcome.IsReady, outcome.Failure?.Summary);
        Assert.Equal(new(IPAddress.Loopback, server.Port), outcome.EndPoint);
        Assert.Equal(new(Environment.ProcessId, null, Verified: true), outcome.Identity);
        Assert.Contains($"listens on 127.0.0.1:{server.Port}", outcome.Listener, StringComparison.Ordinal);
        Assert.Empty(outcome.Warnings);
    }

    [Spec]
    public async Task The_timeline_tells_the_whole_story_of_a_start()
    {
        using var reservation = FreePort.Reserve();
        var waiting = Waiting.ForAsync(reservation.Port, Ours, new() { Http = "/ready", WebSocket = "/ws" });
        await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, CancellationToken.None);
        await using var server = new LoopbackServer(
            LoopbackServer.Answering(Unavailable, Unavailable, Ok, "HTTP/1.1 401 Unauthorized\nContent-Length: 0\n\n"),
            port: reservation.Port
        );

        var outcome = await waiting;

        Assert.Matches(
            @"^refused × \d+ until 0\.\d\d s → accepted, HTTP 503 × 2 until \d\.\d\d s → 200 → WebSocket 401 at \d\.\d\d s$",
            outcome.Timeline.ToString()
        );
        Assert.Equal(4, server.Connections);
    }

    [TableSpec]
    [InlineData(200, true)]
    [InlineData(204, true)]
    [InlineData(302, false)]
    [InlineData(404, false)]
    [InlineData(500, false)]
    public async Task Only_a_success_counts_as_healthy(int status, bool isReady)
    {
        await using var server = new LoopbackServer(
            LoopbackServer.Answering($"HTTP/1.1 {status} Word\nContent-Length: 0\nLocation: /else\n\n")
        );

        var outcome = await Waiting.ForAsync(server.Port, Ours, new() { Http = "/", Timeout = isReady ? Waiting.Long : Waiting.Short });

        Assert.Equal(isReady, outcome.IsReady);
    }

    [Spec]
    public async Task A_completed_websocket_handshake_is_ready_and_is_left_politely()
    {
        var farewell = new TaskCompletionSource<WebSocketCloseStatus?>();
        await using var server = new LoopbackServer(
            async (stream, token) =>
            {
                var head = await LoopbackServer.ReadHeadAsync(stream, token);
                Assert.DoesNotContain("Authorization", head, StringComparison.Ordinal);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(Upgrade(head)), token);
                using var socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true });
                var received = await socket.ReceiveAsync(new byte[64], token);
                await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, token);
                farewell.SetResult(received.CloseStatus);
            }
        );

        var outcome = await Waiting.ForAsync(server.Port, Ours, new() { WebSocket = "/ws" });

        Assert.True(outcome.IsReady, outcome.Failure?.Summary);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, await farewell.Task);
    }

    [TableSpec]
    [InlineData("401 Unauthorized")]
    [InlineData("403 Forbidden")]
    public async Task A_websocket_that_wants_a_token_is_up(string status)
    {
        await using var server = new LoopbackServer(LoopbackServer.Answering($"HTTP/1.1 {status}\nContent-Length: 0\n\n"));

        Assert.True((await Waiting.ForAsync(server.Port, Ours, new() { WebSocket = "/ws" })).IsReady);
    }

    [Spec]
    public async Task Without_declared_probes_the_websocket_of_the_scenario_is_asked()
    {
        await using var server = new LoopbackServer(LoopbackServer.Answering("HTTP/1.1 401 Unauthorized\nContent-Length: 0\n\n"));

        var outcome = await Waiting.ForAsync(Waiting.Target(server.Port, Ours) with { DefaultWebSocketPath = "/ws" });

        Assert.Contains(outcome.Timeline.Spans, span => span is { Probe: "WebSocket", Answer: "401" });
    }

    [Spec]
    public async Task Without_probes_and_scenario_a_port_that_holds_a_connection_is_ready()
    {
        using var socket = Listening.On(IPAddress.Loopback);

        var outcome = await Waiting.ForAsync(socket.Port(), Ours);

        Assert.Contains(outcome.Timeline.Spans, span => span is { Probe: "TCP", Answer: "held" });
        Assert.True(outcome.IsReady);
    }

    [Spec]
    public async Task A_port_that_hangs_up_at_once_is_not_ready_until_it_holds_a_connection()
    {
        var count = 0;
        await using var server = new LoopbackServer(
            (stream, token) => Interlocked.Increment(ref count) <= 3 ? Task.CompletedTask : stream.ReadAsync(new byte[1], token).AsTask()
        );

        var outcome = await Waiting.ForAsync(server.Port, Ours, new() { Tcp = true });

        Assert.True(outcome.IsReady);
        Assert.Contains(outcome.Timeline.Spans, span => span is { Probe: "TCP", Answer: "closed without an answer", Count: 3 });
    }

    [TableSpec]
    [InlineData("0.0.0.0", "127.0.0.1", false)]
    [InlineData("::", "127.0.0.1", true)]
    [InlineData("::", "::1", false)]
    [InlineData("::1", "::1", false)]
    [InlineData("127.0.0.2", "127.0.0.2", false)]
    public async Task A_literal_address_answers_itself_however_the_service_is_bound(string bound, string host, bool dualStack)
    {
        await using var server = new LoopbackServer(LoopbackServer.Answering(Ok), IPAddress.Parse(bound), dualStack: dualStack);

        var outcome = await Waiting.ForAsync(server.Port, Ours, new() { Http = "/" }, host);

        Assert.True(outcome.IsReady, outcome.Failure?.Summary);
        Assert.True(outcome.Identity.Verified);
        Assert.Equal(IPAddress.Parse(host), outcome.EndPoint!.Address);
    }

    [TableSpec]
    [InlineData("127.0.0.1", "[::1]")]
    [InlineData("::1", "127.0.0.1")]
    public async Task Localhost_is_ready_when_one_family_answers_and_a_warning_names_the_other(string bound, string missing)
    {
        await using var server = new LoopbackServer(LoopbackServer.Answering(Ok), IPAddress.Parse(bound));

        var outcome = await Waiting.ForAsync(server.Port, Ours, new() { Http = "/" }, "localhost");

        Assert.True(outcome.IsReady, outcome.Failure?.Summary);
        Assert.Contains($"not at {missing}:{server.Port}", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_service_on_both_families_is_asked_once_and_warns_of_nothing()
    {
        var answer = LoopbackServer.Answering(Ok);
        await using var server = new LoopbackServer(
            async (stream, token) =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, token);
                await answer(stream, token);
            },
            IPAddress.IPv6Any,
            dualStack: true
        );

        var outcome = await Waiting.ForAsync(server.Port, Ours, new() { Http = "/" }, "localhost");

        Assert.Empty(outcome.Warnings);
        Assert.Single(outcome.Timeline.Spans, span => span.Probe == "HTTP");
    }

    [Spec]
    public async Task A_slow_answer_is_waited_for_and_not_asked_again()
    {
        var answer = LoopbackServer.Answering(Ok);
        await using var server = new LoopbackServer(
            async (stream, token) =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(700), TimeProvider.System, token);
                await answer(stream, token);
            }
        );

        var outcome = await Waiting.ForAsync(server.Port, Ours, new() { Http = "/" });

        Assert.True(outcome.IsReady);
        Assert.Equal(1, server.Connections);
    }

    [Spec]
    public async Task A_line_of_the_log_is_waited_for()
    {
        var log = Path.GetTempFileName();
        var waiting = Waiting.ForAsync(null, new ThisProcess(log), new() { Log = "^ready in [0-9]+ ms$" });

        await File.AppendAllTextAsync(log, "starting\nready in 12 ms\n");

        var outcome = await waiting;
        Assert.True(outcome.IsReady);
        Assert.True(outcome.Identity.Verified);
        Assert.Matches("^log line 2 at ", outcome.Timeline.ToString());
        File.Delete(log);
    }

    [Spec]
    public async Task Tls_is_spoken_where_the_target_says_so_whatever_the_certificate()
    {
        await using var server = new LoopbackServer(Tls.Serving(LoopbackServer.Answering(Ok)));

        var outcome = await Waiting.ForAsync(Waiting.Target(server.Port, Ours, new() { Http = "/" }) with { Tls = true });

        Assert.True(outcome.IsReady, outcome.Failure?.Summary);
    }

    [Spec]
    public async Task An_external_service_is_ready_and_its_identity_is_not_verified()
    {
        await using var server = new LoopbackServer(LoopbackServer.Answering(Ok));

        var outcome = await Waiting.ForAsync(server.Port, process: null, new ReadinessDefinition { Http = "/" });

        Assert.True(outcome.IsReady);
        Assert.Equal(new(Environment.ProcessId, null, Verified: false), outcome.Identity);
        Assert.Contains($"pid {Environment.ProcessId}", outcome.Listener, StringComparison.Ordinal);
    }

    [Spec]
    public async Task Times_count_from_the_start_that_the_caller_gives()
    {
        await using var server = new LoopbackServer(LoopbackServer.Answering(Ok));
        var start = TimeProvider.System.GetTimestamp() - (5 * TimeProvider.System.TimestampFrequency);

        var outcome = await Waiting.ForAsync(Waiting.Target(server.Port, Ours, new() { Http = "/" }) with { StartTimestamp = start });

        Assert.True(outcome.After > TimeSpan.FromSeconds(5));
    }

    [Spec]
    public async Task A_cancelled_wait_ends_with_the_cancellation()
    {
        using var reservation = FreePort.Reserve();
        using var cancellation = new CancellationTokenSource();
        var waiting = new ReadinessWait().WaitAsync(Waiting.Target(reservation.Port, Ours), cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

#pragma warning disable CA5350 // SHA-1: the protocol wants it.
    internal static string Upgrade(string head)
    {
        var key = head.Split("\r\n").First(line => line.StartsWith("Sec-WebSocket-Key: ", StringComparison.Ordinal))[19..];
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
        return $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n";
    }
#pragma warning restore CA5350
}
