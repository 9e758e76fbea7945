using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using GoldenPath.Configuration;
using Microsoft.AspNetCore.Http;

namespace GoldenPath.Tests.Scenarios.Walking;

public sealed class LoginSpecs : IDisposable
{
    private const string Token = "c0ffee-token-of-ada.0123456789-abcdef";
    private readonly Walks _walks = new();

    public void Dispose() => _walks.Dispose();

    public static TheoryData<TokenCarrierKind, string> Carriers =>
        new()
        {
            { TokenCarrierKind.Subprotocol, TokenCarrier.Subprotocol.Text },
            { TokenCarrierKind.Subprotocol, "bearer.{token}" },
            { TokenCarrierKind.Header, TokenCarrier.Header.Text },
            { TokenCarrierKind.Header, "X-Token: {token}" },
            { TokenCarrierKind.Query, TokenCarrier.Query.Text },
            { TokenCarrierKind.Query, "v=1&ticket={token}" },
        };

    [TableSpec]
    [MemberData(nameof(Carriers))]
    public async Task The_token_of_the_login_reaches_the_endpoint_by_each_carrier(TokenCarrierKind kind, string text)
    {
        var seen = "";
        await using var server = await AgentServer.StartAsync(
            session =>
            {
                seen =
                    string.Join(' ', session.Http.WebSockets.WebSocketRequestedProtocols)
                    + session.Http.Request.QueryString
                    + session.Http.Request.Headers.Authorization
                    + session.Http.Request.Headers["X-Token"];
                return session.ServeAsync();
            },
            login: http => http.Response.WriteAsJsonAsync(new { data = new { access_token = Token } })
        );

        var result = await _walks.WalkAsync(Scenario(server, new TokenCarrier(kind, text)));

        Assert.True(result.Passed, result.Failure?.Summary);
        Assert.Contains(text.Split(": ")[^1].Replace("{token}", Token, StringComparison.Ordinal), seen, StringComparison.Ordinal);
        Assert.NotNull(result.Sessions[0].Login);
    }

    [Spec]
    public async Task A_token_is_nowhere_in_what_is_written_even_where_the_server_repeats_it()
    {
        await using var server = await AgentServer.StartAsync(
            session => session.ServeAsync(() => session.EventAsync("agent_error", new { message = $"cannot serve {Token}" })),
            login: http => http.Response.WriteAsJsonAsync(new { data = new { access_token = Token } })
        );

        var result = await _walks.WalkAsync(Scenario(server, TokenCarrier.Subprotocol));

        Assert.Equal(Causes.AgentError, result.Failure?.Cause);
        Assert.DoesNotContain(Token, await File.ReadAllTextAsync(_walks.FramesFile), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Token,
            result.ToString() + result.Failure + string.Concat(result.Details) + result.Violations[0] + result.Failure!.Evidence[0],
            StringComparison.Ordinal
        );
    }

    [TableSpec]
    [InlineData(401, """{"detail":"bad credentials"}""", "401", "bad credentials")]
    [InlineData(422, """{"detail":"email is missing"}""", "422", "email is missing")]
    [InlineData(500, "<h1>oops</h1>", "500", "oops")]
    [InlineData(200, """{"jwt":"secret-value-of-the-token"}""", "no token at $.data.access_token", "'jwt'")]
    [InlineData(200, """{"data":{"access_token":""}}""", "no token at", "'data'")]
    [InlineData(200, "[]", "no token at", "Array")]
    [InlineData(200, "welcome!", "no JSON", "welcome!")]
    [InlineData(200, "", "no JSON", "")]
    public async Task A_failed_login_is_told_with_status_and_body(int status, string body, string told, string also)
    {
        await using var server = await AgentServer.StartAsync(
            session => session.ServeAsync(),
            login: http =>
            {
                http.Response.StatusCode = status;
                return http.Response.WriteAsync(body);
            }
        );

        var result = await _walks.WalkAsync(Scenario(server, TokenCarrier.Header));

        Assert.Equal(Causes.LoginFailed, result.Failure?.Cause);
        Assert.Equal("login", result.Violations[0].Rule);
        Assert.Contains(told, result.Failure!.Summary, StringComparison.Ordinal);
        Assert.Contains(also, result.Failure.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-value", result.Failure.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_login_at_a_closed_port_is_a_closed_port()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var login = new LoginDefinition(
            $"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}/auth/login",
            JsonNode.Parse("{}")!,
            "$.token"
        );

        var result = await _walks.WalkAsync(Walks.Scenario("ws://127.0.0.1:1/ws") with { Logins = [login] });

        Assert.Equal(Causes.PortNotListening, result.Failure?.Cause);
        Assert.Equal("login", result.Violations[0].Rule);
    }

    [Spec]
    public async Task A_login_that_is_never_answered_is_told_after_the_step_timeout()
    {
        _walks.Settings = _walks.Settings with { StepTimeout = TimeSpan.FromMilliseconds(300) };
        await using var server = new RawServer((_, stop) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop));
        var login = new LoginDefinition($"http://127.0.0.1:{server.Port}/auth/login", JsonNode.Parse("{}")!, "$.token");

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url) with { Logins = [login] });

        Assert.Equal(Causes.HttpNoAnswer, result.Failure?.Cause);
    }

    [Spec]
    public async Task A_carrier_may_name_the_run_too()
    {
        var seen = "";
        await using var server = await AgentServer.StartAsync(
            session => session.ServeAsync(),
            http =>
            {
                seen = http.Request.QueryString.Value!;
                return Task.FromResult(false);
            },
            login: http => http.Response.WriteAsJsonAsync(new { data = new { access_token = Token } })
        );
        _walks.Settings = _walks.Settings with
        {
            Fill = text => text.Replace("{run}", "run-7", StringComparison.Ordinal).Replace("{token}", "lost", StringComparison.Ordinal),
        };

        var result = await _walks.WalkAsync(Scenario(server, new TokenCarrier(TokenCarrierKind.Query, "run={run}&token={token}")));

        Assert.True(result.Passed, result.Failure?.Summary);
        Assert.Equal($"?run=run-7&token={Token}", seen);
    }

    [TableSpec]
    [InlineData("padded-token-YWJj==", "'='")]
    [InlineData("two words of a token", "' '")]
    public async Task A_token_that_a_subprotocol_cannot_carry_is_told_without_the_token(string token, string offending)
    {
        await using var server = await AgentServer.StartAsync(
            session => session.ServeAsync(),
            login: http => http.Response.WriteAsJsonAsync(new { data = new { access_token = token } })
        );

        var result = await _walks.WalkAsync(Scenario(server, TokenCarrier.Subprotocol));

        Assert.Equal(Causes.WebSocketSubprotocol, result.Failure?.Cause);
        Assert.Contains(offending, result.Failure!.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain(token, result.Failure.Summary, StringComparison.Ordinal);
    }

    private static ScenarioDefinition Scenario(AgentServer server, TokenCarrier carrier) =>
        Walks.Scenario(server.Url) with
        {
            Logins =
            [
                new LoginDefinition(
                    $"http://127.0.0.1:{server.Port}/auth/login",
                    JsonNode.Parse("""{"email":"ada@example.com"}""")!,
                    "$.data.access_token"
                ),
            ],
            Connect = new ConnectDefinition(server.Url, carrier),
        };
}
