using System.Net;
using System.Net.Sockets;
using System.Text;
using GoldenPath.Configuration;
using GoldenPath.Scenarios.Walking;
using Microsoft.AspNetCore.Http;

namespace GoldenPath.Tests.Scenarios.Walking;

public sealed class ConnectSpecs : IDisposable
{
    private readonly Walks _walks = new();

    public void Dispose() => _walks.Dispose();

    [Spec]
    public async Task A_port_where_nothing_listens_is_told_by_the_type_of_the_error()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;

        var result = await _walks.WalkAsync(Walks.Scenario($"ws://127.0.0.1:{port}/ws"));

        Assert.Equal(Causes.PortNotListening, result.Failure?.Cause);
        Assert.Contains($"127.0.0.1:{port}", result.Failure!.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task An_unknown_host_is_told()
    {
        var result = await _walks.WalkAsync(Walks.Scenario("ws://golden-path.invalid:8000/ws"));

        Assert.Equal(Causes.DependencyUnreachable, result.Failure?.Cause);
    }

    [TableSpec]
    [InlineData(401, Causes.WebSocketRejected)]
    [InlineData(403, Causes.WebSocketRejected)]
    [InlineData(404, Causes.WebSocketNotFound)]
    [InlineData(400, Causes.WebSocketNotFound)]
    [InlineData(426, Causes.WebSocketNotFound)]
    [InlineData(200, Causes.WebSocketProxyWithoutUpgrade)]
    [InlineData(302, Causes.WebSocketRejected)]
    [InlineData(502, Causes.WebSocketRejected)]
    [InlineData(503, Causes.WebSocketRejected)]
    public async Task A_refused_upgrade_is_kept_with_status_headers_and_the_beginning_of_its_body(int status, string cause)
    {
        await using var server = await AgentServer.StartAsync(
            session => session.ServeAsync(),
            async http =>
            {
                http.Response.StatusCode = status;
                http.Response.Headers["X-Refused-By"] = "the gate";
                await http.Response.WriteAsync("no entry: " + new string('x', 100_000));
                return true;
            }
        );

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.Equal(cause, result.Failure?.Cause);
        Assert.Contains($"{status}", result.Failure!.Summary, StringComparison.Ordinal);
        var refused = Assert.Single(_walks.Frames, frame => (string?)frame["type"] == "refused");
        Assert.Equal(status, (int)refused["code"]!);
        Assert.Contains("X-Refused-By: the gate", (string)refused["text"]!, StringComparison.Ordinal);
        Assert.Contains("no entry: xxx", (string)refused["text"]!, StringComparison.Ordinal);
        Assert.InRange(((string)refused["text"]!).Length, 100, 6000);
        Assert.Equal("frames.jsonl:1", result.Failure.Evidence[0].Source);
    }

    [Spec]
    public async Task A_refusal_whose_body_never_ends_is_a_refusal()
    {
        _walks.Settings = _walks.Settings with { StepTimeout = TimeSpan.FromSeconds(1) };
        await using var server = new RawServer(
            async (stream, stop) =>
            {
                await RawServer.RequestAsync(stream, stop);
                await stream.WriteAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 1000\r\n\r\nbegin"u8.ToArray(), stop);
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
            }
        );

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.Equal(Causes.WebSocketRejected, result.Failure?.Cause);
        Assert.Contains("no token was sent, no headers of its own and no Origin", result.Failure!.Summary, StringComparison.Ordinal);
        Assert.Contains(result.Failure.Remedies, remedy => remedy.Text.Contains("headers: { Origin:", StringComparison.Ordinal));
    }

    [Spec]
    public async Task A_refusal_of_a_token_that_was_sent_is_one_of_the_token()
    {
        await using var server = await AgentServer.StartAsync(
            session => session.ServeAsync(),
            http =>
            {
                http.Response.StatusCode = 403;
                return Task.FromResult(true);
            }
        );

        var result = await _walks.WalkAsync(
            Walks.Scenario(server.Url) with
            {
                Connect = new ConnectDefinition(server.Url, new TokenCarrier(TokenCarrierKind.Header, "Authorization: Bearer fixed")),
            }
        );

        Assert.Equal(Causes.TokenRejected, result.Failure?.Cause);
    }

    [Spec]
    public async Task A_server_that_accepts_and_stays_silent_is_told_after_the_step_timeout()
    {
        _walks.Settings = _walks.Settings with { StepTimeout = TimeSpan.FromMilliseconds(300) };
        await using var server = new RawServer((_, stop) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop));

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.Equal(Causes.HttpNoAnswer, result.Failure?.Cause);
    }

    [Spec]
    public async Task A_server_that_hangs_up_is_told()
    {
        await using var server = new RawServer((stream, stop) => RawServer.RequestAsync(stream, stop));

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.Equal(Causes.WebSocketProtocolError, result.Failure?.Cause);
    }

    [Spec]
    public async Task What_speaks_no_HTTP_is_told()
    {
        await using var server = new RawServer(
            (stream, stop) => stream.WriteAsync(Encoding.ASCII.GetBytes("220 mail.example.com ESMTP\r\n"), stop).AsTask()
        );

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.Equal(Causes.HttpNotHttp, result.Failure?.Cause);
    }

    [Spec]
    public async Task TLS_to_a_server_without_it_is_told()
    {
        await using var server = await AgentServer.StartAsync(session => session.ServeAsync());

        var result = await _walks.WalkAsync(Walks.Scenario($"wss://127.0.0.1:{server.Port}/ws"));

        Assert.Equal(Causes.TlsMismatch, result.Failure?.Cause);
    }

    [Spec]
    public async Task A_subprotocol_that_nobody_offered_is_told()
    {
        await using var server = await AgentServer.StartAsync(
            session => session.ServeAsync(),
            async http =>
            {
                using var socket = await http.WebSockets.AcceptWebSocketAsync("chat");
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);
                return true;
            }
        );

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.Equal(Causes.WebSocketSubprotocol, result.Failure?.Cause);
    }

    [Spec]
    public async Task An_offered_subprotocol_that_is_not_chosen_is_told_because_browsers_refuse_it()
    {
        await using var server = await AgentServer.StartAsync(
            session => session.ServeAsync(),
            async http =>
            {
                using var socket = await http.WebSockets.AcceptWebSocketAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);
                return true;
            }
        );

        var result = await _walks.WalkAsync(
            Walks.Scenario(server.Url) with
            {
                Connect = new ConnectDefinition(server.Url, new TokenCarrier(TokenCarrierKind.Subprotocol, "chat.v1")),
            }
        );

        Assert.Equal(Causes.WebSocketSubprotocol, result.Failure?.Cause);
        Assert.Contains("browsers", result.Failure!.Summary, StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData(1008, Causes.WebSocketRejected)]
    [InlineData(4401, Causes.WebSocketRejected)]
    [InlineData(1011, Causes.ConnectionDropped)]
    [InlineData(1003, Causes.ConnectionDropped)]
    public async Task A_close_before_the_ready_frame_is_told_by_its_code(int code, string cause)
    {
        await using var server = await AgentServer.StartAsync(session => session.CloseAsync(code, "not today"));

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.Equal(cause, result.Failure?.Cause);
        Assert.Equal(code, result.Violations[0].CloseCode);
        Assert.Contains("not today", result.Failure!.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task An_upgrade_that_is_taken_back_by_an_error_frame_proves_no_authentication()
    {
        await using var server = await AgentServer.StartAsync(async session =>
        {
            await session.SendAsync("""{"type":"error","error_code":"AUTH_FAILED","message":"expired"}""");
            await session.CloseAsync(1008);
        });

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.Equal(Causes.WebSocketRejected, result.Failure?.Cause);
        Assert.Contains("expired", result.Failure!.Summary, StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData(null, Causes.EventsNone)]
    [InlineData("""{"type":"heartbeat"}""", Causes.EventsMissing)]
    [InlineData("hello", Causes.EventsMalformed)]
    public async Task A_ready_frame_that_does_not_come_is_told_with_what_came(string? frame, string cause)
    {
        _walks.Settings = _walks.Settings with { StepTimeout = TimeSpan.FromMilliseconds(500) };
        await using var server = await AgentServer.StartAsync(async session =>
        {
            if (frame is not null)
            {
                await session.SendAsync(frame);
            }

            await session.StayAsync();
        });

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.Equal(cause, result.Failure?.Cause);
        Assert.Equal("ready", result.Violations[0].Rule);
    }

    [Fact]
    public void A_proxy_of_the_environment_never_applies_to_loopback()
    {
        var proxy = new LoopbackBypass(new WebProxy("http://proxy.example:3128"));

        Assert.True(proxy.IsBypassed(new Uri("ws://localhost:8002/ws")));
        Assert.True(proxy.IsBypassed(new Uri("http://[::1]:8002/")));
        Assert.Null(proxy.GetProxy(new Uri("http://127.0.0.1:8002/")));
        Assert.False(proxy.IsBypassed(new Uri("http://example.com/")));
        Assert.Equal(new Uri("http://proxy.example:3128"), proxy.GetProxy(new Uri("http://example.com/")));
    }
}
