using System.Text;
using System.Text.Json.Nodes;
using GoldenPath.Configuration;
using Microsoft.AspNetCore.Http;

namespace GoldenPath.Tests.Scenarios.Walking;

/// <summary>Connecting as browsers and other clients do: headers, cookies, a first message, TLS with an own authority.</summary>
public sealed class ClientSpecs : IDisposable
{
    private const string Token = "c0ffee-token-of-ada.0123456789-abcdef";
    private readonly Walks _walks = new();

    public void Dispose() => _walks.Dispose();

    [Spec]
    public async Task Headers_go_with_the_handshake_beside_the_token()
    {
        var seen = "";
        _walks.Settings = _walks.Settings with { Fill = text => text.Replace("{port}", "3000", StringComparison.Ordinal) };
        await using var server = await StartAsync(http =>
            seen = $"{http.Request.Headers.Origin} {http.Request.Headers["X-Tenant"]} {http.Request.Headers.Authorization}"
        );

        var result = await WalkAsync(server, "$.token", TokenCarrier.Header, ("Origin", "http://localhost:{port}"), ("X-Tenant", "acme"));

        Assert.True(result.Passed, result.Failure?.Summary);
        Assert.Equal($"http://localhost:3000 acme Bearer {Token}", seen);
    }

    [TableSpec]
    [InlineData(200)]
    [InlineData(302)]
    public async Task A_cookie_of_the_login_goes_back_beside_others(int status)
    {
        var seen = "";
        await using var server = await StartAsync(
            http => seen = http.Request.Headers.Cookie.ToString(),
            http =>
            {
                http.Response.StatusCode = status;
                http.Response.Headers.Location = status == 302 ? "/" : default;
                http.Response.Headers.Append("Set-Cookie", "lang=de; Path=/");
                http.Response.Headers.Append("Set-Cookie", $"sid={Token}; HttpOnly; Secure; SameSite=Lax; Path=/");
                return Task.CompletedTask;
            }
        );

        var result = await WalkAsync(server, "cookie:sid", new(TokenCarrierKind.Header, "Cookie: sid={token}"), ("Cookie", "lang=en"));

        Assert.True(result.Passed, result.Failure?.Summary);
        Assert.Equal($"lang=en; sid={Token}", seen);
        Assert.DoesNotContain(Token, await File.ReadAllTextAsync(_walks.FramesFile), StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_header_of_the_login_may_be_the_token()
    {
        var seen = "";
        await using var server = await StartAsync(
            http => seen = http.Request.Query["ticket"].ToString(),
            http =>
            {
                http.Response.Headers["X-Ticket"] = Token;
                return Task.CompletedTask;
            }
        );

        var result = await WalkAsync(server, "header:x-ticket", new(TokenCarrierKind.Query, "ticket={token}"));

        Assert.True(result.Passed, result.Failure?.Summary);
        Assert.Equal(Token, seen);
    }

    [TableSpec]
    [InlineData("cookie:sid", 200, "sets no cookie 'sid'; it sets 'lang'")]
    [InlineData("cookie:sid", 302, "302 Found to /login?error=1, sets no cookie 'sid'")]
    [InlineData("cookie:sid", 401, "answered 401 Unauthorized")]
    [InlineData("header:X-Ticket", 200, "has no header 'X-Ticket'")]
    [InlineData("$.token", 302, "answered 302 Found")]
    public async Task A_login_without_its_cookie_or_header_is_told(string token, int status, string told)
    {
        await using var server = await StartAsync(
            _ => { },
            http =>
            {
                http.Response.StatusCode = status;
                http.Response.Headers.Location = status == 302 ? "/login?error=1" : default;
                http.Response.Headers.SetCookie = "lang=de";
                return Task.CompletedTask;
            }
        );

        var result = await WalkAsync(server, token, TokenCarrier.Header);

        Assert.Equal(Causes.LoginFailed, result.Failure?.Cause);
        Assert.Contains(told, result.Failure!.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_first_message_carries_the_token_and_a_bad_one_is_refused()
    {
        var first = new List<JsonNode>();
        await using var server = await AgentServer.StartAsync(
            async session =>
            {
                var introduction = (await session.ReceiveAsync())!;
                first.Add(introduction);
                if ((string?)introduction["token"] == Token)
                {
                    await session.ServeAsync();
                }
                else
                {
                    await session.SendAsync("""{"type":"error","code":"UNAUTHORIZED"}""");
                }
            },
            login: http => http.Response.WriteAsJsonAsync(new { token = Token })
        );
        var carrier = new TokenCarrier(TokenCarrierKind.Message, """{"type":"auth","token":"{token}"}""");

        var result = await _walks.WalkAsync(Scenario(server, "$.token", carrier) with { DenyBadToken = true });

        Assert.True(result.Passed, result.Failure?.Summary);
        Assert.Equal(2, first.Count);
        Assert.All(first, message => Assert.Equal("auth", (string?)message["type"]));
        Assert.DoesNotContain(Token, await File.ReadAllTextAsync(_walks.FramesFile), StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_token_in_a_header_of_its_own_is_spoilt_for_the_bad_visit_too()
    {
        await using var server = await AgentServer.StartAsync(
            session => session.ServeAsync(),
            http =>
            {
                var isGood = http.Request.Headers.Cookie == $"sid={Token}";
                http.Response.StatusCode = isGood ? 101 : 401;
                return Task.FromResult(!isGood);
            },
            login: http => http.Response.WriteAsJsonAsync(new { token = Token })
        );

        var result = await _walks.WalkAsync(
            Scenario(server, "$.token", TokenCarrier.None, ("Cookie", "sid={token}")) with
            {
                DenyBadToken = true,
            }
        );

        Assert.True(result.Passed, result.Failure?.Summary);
    }

    [Spec]
    public async Task An_own_authority_is_trusted_for_login_and_connection()
    {
        using var authority = new TestAuthority();
        using var certificate = authority.Issue();
        await using var server = await AgentServer.StartAsync(
            session => session.ServeAsync(),
            login: http => http.Response.WriteAsJsonAsync(new { token = Token }),
            certificate: certificate
        );
        var trust = new TrustDefinition(authority.CertificateFile, Insecure: false);

        var result = await _walks.WalkAsync(Secure(server, trust));

        Assert.True(result.Passed, result.Failure?.Summary);
    }

    [TableSpec]
    [InlineData("localhost", -2, 2, "which is not trusted here", "ca: path/to/ca.pem")]
    [InlineData("elsewhere.test", -2, 2, "is for 'elsewhere.test', not for 'localhost'", "Have it issued for 'localhost'")]
    [InlineData("localhost", -9, -3, "expired on", "Renew the certificate")]
    public async Task A_certificate_that_is_not_trusted_is_told_with_its_remedy(string name, int from, int to, string told, string remedy)
    {
        using var authority = new TestAuthority();
        using var certificate = authority.Issue(name, from, to);
        await using var server = await AgentServer.StartAsync(session => session.ServeAsync(), certificate: certificate);

        var result = await _walks.WalkAsync(Secure(server, TrustDefinition.System) with { Logins = [] });

        Assert.Equal(Causes.TlsCertificate, result.Failure?.Cause);
        Assert.Contains(told, result.Failure!.Summary, StringComparison.Ordinal);
        Assert.Contains(result.Failure.Remedies, one => one.Text.Contains(remedy, StringComparison.Ordinal));
    }

    [Spec]
    public async Task Whatever_is_shown_is_trusted_where_that_is_declared()
    {
        using var authority = new TestAuthority();
        using var certificate = authority.Issue("elsewhere.test", -9, -3);
        await using var server = await AgentServer.StartAsync(session => session.ServeAsync(), certificate: certificate);

        var result = await _walks.WalkAsync(Secure(server, TrustDefinition.Everybody) with { Logins = [] });

        Assert.True(result.Passed, result.Failure?.Summary);
    }

    [Spec]
    public async Task A_handshake_that_breaks_the_protocol_is_told_as_such()
    {
        await using var server = new RawServer(
            async (stream, stop) =>
            {
                await RawServer.RequestAsync(stream, stop);
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes(
                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: d3Jvbmc=\r\n\r\n"
                    ),
                    stop
                );
            }
        );

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.Equal(Causes.WebSocketProtocolError, result.Failure?.Cause);
    }

    private static Task<AgentServer> StartAsync(Action<HttpContext> seen, RequestDelegate? login = null) =>
        AgentServer.StartAsync(
            session =>
            {
                seen(session.Http);
                return session.ServeAsync();
            },
            login: login ?? (http => http.Response.WriteAsJsonAsync(new { token = Token }))
        );

    private Task<GoldenPath.Scenarios.ScenarioResult> WalkAsync(
        AgentServer server,
        string token,
        TokenCarrier carrier,
        params (string Name, string Value)[] headers
    ) => _walks.WalkAsync(Scenario(server, token, carrier, headers));

    private static ScenarioDefinition Scenario(
        AgentServer server,
        string token,
        TokenCarrier carrier,
        params (string Name, string Value)[] headers
    ) =>
        Walks.Scenario(server.Url) with
        {
            Logins = [new LoginDefinition($"http://127.0.0.1:{server.Port}/auth/login", JsonNode.Parse("{}")!, token)],
            Connect = new ConnectDefinition(server.Url, carrier)
            {
                Headers = headers.ToDictionary(header => header.Name, header => header.Value),
            },
        };

    private static ScenarioDefinition Secure(AgentServer server, TrustDefinition trust) =>
        Walks.Scenario(server.Url) with
        {
            Logins = [new LoginDefinition($"https://localhost:{server.Port}/auth/login", JsonNode.Parse("{}")!, "$.token")],
            Connect = new ConnectDefinition($"wss://localhost:{server.Port}/ws", TokenCarrier.Header) { Trust = trust },
        };
}
