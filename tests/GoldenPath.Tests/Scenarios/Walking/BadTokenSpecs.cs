using System.Text.Json.Nodes;
using GoldenPath.Configuration;
using Microsoft.AspNetCore.Http;

namespace GoldenPath.Tests.Scenarios.Walking;

public sealed class BadTokenSpecs : IDisposable
{
    private const string Token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl";
    private readonly Walks _walks = new();

    public void Dispose() => _walks.Dispose();

    [Spec]
    public async Task A_token_whose_signature_was_changed_and_that_is_refused_by_status_passes()
    {
        var shown = "";
        await using var server = await StartAsync(
            session => session.ServeAsync(),
            http =>
            {
                shown = http.Request.Headers.Authorization.ToString()["Bearer ".Length..];
                http.Response.StatusCode = shown == Token ? 200 : 401;
                return Task.FromResult(shown != Token);
            }
        );

        var result = await WalkAsync(server);

        Assert.True(result.Passed, result.Failure?.Summary);
        Assert.Equal(Token[..(Token.LastIndexOf('.') + 1)], shown[..(Token.LastIndexOf('.') + 1)]);
        Assert.Equal(Token.Length, shown.Length);
    }

    [TableSpec]
    [InlineData("""{"type":"error","error_code":"AUTH_FAILED"}""", 1008)]
    [InlineData("""{"type":"AUTH_FAILED"}""", 1000)]
    [InlineData("""{"type":"system_message","event":"auth_failed"}""", 1000)]
    [InlineData(null, 1008)]
    [InlineData(null, 4401)]
    public async Task A_refusal_by_frame_or_close_code_passes(string? frame, int code)
    {
        await using var server = await StartAsync(session => IsGood(session) ? session.ServeAsync() : RefuseAsync(session, frame, code));

        var result = await WalkAsync(server);

        Assert.True(result.Passed, result.Failure?.Summary);
    }

    [Spec]
    public async Task A_server_that_takes_any_token_is_found_out()
    {
        await using var server = await StartAsync(session => session.ServeAsync());

        var result = await WalkAsync(server);

        Assert.Equal(Causes.TokenNotChecked, result.Failure?.Cause);
        Assert.Equal("deny-bad-token", result.Violations[0].Rule);
        Assert.True(result.Sessions[0].Passed);
    }

    [Spec]
    public async Task A_server_that_greets_a_bad_token_and_does_not_refuse_it_is_found_out()
    {
        await using var server = await StartAsync(async session =>
        {
            await session.ReadyAsync();
            await (IsGood(session) ? RunAsync(session) : session.StayAsync());
        });

        var result = await WalkAsync(server);

        Assert.Equal(Causes.TokenNotChecked, result.Failure?.Cause);
    }

    [Spec]
    public async Task A_refusal_after_the_greeting_is_a_refusal()
    {
        await using var server = await StartAsync(async session =>
        {
            await session.ReadyAsync();
            await (IsGood(session) ? RunAsync(session) : RefuseAsync(session, """{"type":"error","code":"UNAUTHORIZED"}""", 1008));
        });

        var result = await WalkAsync(server);

        Assert.True(result.Passed, result.Failure?.Summary);
    }

    [TableSpec]
    [InlineData(500, Causes.WebSocketRejected)]
    [InlineData(404, Causes.WebSocketNotFound)]
    public async Task Another_answer_than_a_refusal_of_the_token_is_no_refusal(int status, string cause)
    {
        await using var server = await StartAsync(
            session => session.ServeAsync(),
            http =>
            {
                var bad = !http.Request.Headers.Authorization.ToString().EndsWith(Token, StringComparison.Ordinal);
                http.Response.StatusCode = bad ? status : 200;
                return Task.FromResult(bad);
            }
        );

        var result = await WalkAsync(server);

        Assert.Equal(cause, result.Failure?.Cause);
        Assert.Equal("deny-bad-token", result.Violations[0].Rule);
    }

    [Spec]
    public async Task A_server_that_dies_at_a_bad_token_did_not_refuse_it()
    {
        await using var server = await StartAsync(session => IsGood(session) ? session.ServeAsync() : session.CloseAsync(1011, "crash"));

        var result = await WalkAsync(server);

        Assert.Equal(Causes.ConnectionDropped, result.Failure?.Cause);
        Assert.Equal(1011, result.Violations[0].CloseCode);
    }

    [Spec]
    public async Task A_server_that_stays_silent_at_a_bad_token_did_not_refuse_it()
    {
        await using var server = await StartAsync(session => IsGood(session) ? session.ServeAsync() : session.StayAsync());

        var result = await WalkAsync(server);

        Assert.Equal(Causes.HttpNoAnswer, result.Failure?.Cause);
    }

    [Spec]
    public async Task A_bad_token_is_not_written_down_either()
    {
        var shown = "";
        await using var server = await StartAsync(session =>
        {
            shown = session.Http.Request.Headers.Authorization.ToString()["Bearer ".Length..];
            return IsGood(session)
                ? session.ServeAsync()
                : RefuseAsync(session, $$"""{"type":"error","code":"AUTH_FAILED","message":"{{shown}}"}""", 1008);
        });

        await WalkAsync(server);

        Assert.NotEqual(Token, shown);
        Assert.DoesNotContain(shown, await File.ReadAllTextAsync(_walks.FramesFile), StringComparison.Ordinal);
    }

    private static Task<AgentServer> StartAsync(Func<ServerSession, Task> session, Func<HttpContext, Task<bool>>? upgrade = null) =>
        AgentServer.StartAsync(session, upgrade, login: http => http.Response.WriteAsJsonAsync(new { token = Token }));

    private static bool IsGood(ServerSession session) =>
        session.Http.Request.Headers.Authorization.ToString().EndsWith(Token, StringComparison.Ordinal);

    private static async Task RunAsync(ServerSession session)
    {
        await session.ReceiveAsync();
        await session.RunAsync();
        await session.StayAsync();
    }

    private static async Task RefuseAsync(ServerSession session, string? frame, int code)
    {
        if (frame is not null)
        {
            await session.SendAsync(frame);
        }

        await session.CloseAsync(code);
    }

    private Task<GoldenPath.Scenarios.ScenarioResult> WalkAsync(AgentServer server) =>
        _walks.WalkAsync(
            Walks.Scenario(server.Url) with
            {
                Logins = [new LoginDefinition($"http://127.0.0.1:{server.Port}/auth/login", JsonNode.Parse("{}")!, "$.token")],
                Connect = new ConnectDefinition(server.Url, TokenCarrier.Header),
                DenyBadToken = true,
            }
        );
}
