using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using GoldenPath.Configuration;
using Microsoft.AspNetCore.Http;

namespace GoldenPath.Tests.Scenarios.Walking;

public sealed class UsersSpecs : IDisposable
{
    private static readonly string[] Accounts = ["ada", "grace"];

    private readonly Walks _walks = new();

    public void Dispose() => _walks.Dispose();

    [Spec]
    public async Task Users_side_by_side_are_each_judged_event_by_event()
    {
        await using var server = await AgentServer.StartAsync(session => session.ServeAsync());

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url) with { Users = 100 });

        Assert.True(result.Passed, result.Failure?.Summary);
        Assert.Equal(100, result.Sessions.Count(session => session is { Passed: true, Events.Count: 5, Messages: 6 }));
        Assert.Equal("100 users, 100 passed", result.Details[0]);
        Assert.Contains(result.Details, line => line.StartsWith("agent_completed: p50 ", StringComparison.Ordinal));
    }

    [Spec]
    public async Task All_users_are_connected_before_the_first_one_sends()
    {
        var connected = 0;
        var early = 0;
        await using var server = await AgentServer.StartAsync(async session =>
        {
            Interlocked.Increment(ref connected);
            await session.ReadyAsync();
            await session.ReceiveAsync();
            Interlocked.Add(ref early, Volatile.Read(ref connected) == 20 ? 0 : 1);
            await session.RunAsync();
            await session.StayAsync();
        });

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url) with { Users = 20 });

        Assert.True(result.Passed, result.Failure?.Summary);
        Assert.Equal(0, early);
    }

    [Spec]
    public async Task One_bad_user_among_many_is_named()
    {
        await using var server = await AgentServer.StartAsync(session =>
            session.ServeAsync(() => session.RunAsync(session.Number == 7 ? "canned" : null))
        );

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url) with { Users = 10 });

        Assert.Equal(Causes.EventsCannedAnswer, result.Failure?.Cause);
        var bad = Assert.Single(result.Sessions, session => !session.Passed);
        Assert.Equal(bad.User, Assert.Single(result.Violations).User);
        Assert.Contains($"user {bad.User}:", result.Failure!.Summary, StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_tells_everybody_everything_is_found_out(bool ids)
    {
        var sessions = new ConcurrentBag<ServerSession>();
        await using var server = await AgentServer.StartAsync(session =>
        {
            sessions.Add(session);
            return session.ServeAsync(async () =>
            {
                await session.RunAsync();
                foreach (var other in sessions.Where(other => other != session))
                {
                    await other.SendAsync(
                        ids
                            ? $$"""{"type":"status_update","run_id":"{{session.RunId}}"}"""
                            : $$"""{"type":"status_update","of":"{{session.Nonce}}"}"""
                    );
                }
            });
        });

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url) with { Users = 2 });

        Assert.Equal(Causes.EventsLeaked, result.Failure?.Cause);
        Assert.Equal("isolated", result.Violations[0].Rule);
    }

    [Spec]
    public async Task What_leaks_long_after_a_users_own_run_ended_is_still_seen()
    {
        ServerSession? first = null;
        await using var server = await AgentServer.StartAsync(session =>
            session.ServeAsync(async () =>
            {
                if (session.Number == 1)
                {
                    first = session;
                    await session.RunAsync();
                    return;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(600), TimeProvider.System);
                await first!.SendAsync($$"""{"type":"debug","prompt":"{{session.Nonce}}"}""");
                await session.RunAsync();
            })
        );

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url) with { Users = 2 });

        Assert.Equal(Causes.EventsLeaked, result.Failure?.Cause);
    }

    [Spec]
    public async Task Accounts_are_used_in_turn()
    {
        var posted = new ConcurrentBag<string>();
        await using var server = await AgentServer.StartAsync(
            session => session.ServeAsync(),
            login: async http =>
            {
                posted.Add((string)(await JsonNode.ParseAsync(http.Request.Body))!["email"]!);
                await http.Response.WriteAsJsonAsync(new { token = "token-of-somebody" });
            }
        );
        var logins = Accounts.Select(name => new LoginDefinition(
            $"http://127.0.0.1:{server.Port}/auth/login",
            new JsonObject { ["email"] = name },
            "$.token"
        ));

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url) with { Logins = [.. logins], Users = 5 });

        Assert.True(result.Passed, result.Failure?.Summary);
        Assert.Equal(["ada", "ada", "ada", "grace", "grace"], posted.Order());
    }
}
