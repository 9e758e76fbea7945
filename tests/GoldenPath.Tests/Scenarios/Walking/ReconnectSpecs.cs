using System.Text.Json.Nodes;
using GoldenPath.Configuration;

namespace GoldenPath.Tests.Scenarios.Walking;

public sealed class ReconnectSpecs : IDisposable
{
    private static readonly JsonNode Resume = JsonNode.Parse("""{"type":"resume","run_id":"{run_id}","nonce":"{nonce}"}""")!;
    private readonly Walks _walks = new();

    public void Dispose() => _walks.Dispose();

    [Spec]
    public async Task A_run_that_is_taken_up_again_after_a_drop_is_judged_as_one()
    {
        await using var server = await AgentServer.StartAsync(ResumableAsync);

        var result = await _walks.WalkAsync(Scenario(server, new ReconnectDefinition("tool_executing", Resume)));

        Assert.True(result.Passed, result.Failure?.Summary);
        Assert.Equal([1, 2], _walks.Frames.Where(frame => (string?)frame["type"] == "open").Select(frame => (int)frame["connection"]!));
    }

    [Spec]
    public async Task A_run_that_is_lost_by_a_drop_is_found_out()
    {
        await using var server = await AgentServer.StartAsync(session =>
            session.Number == 1 ? ResumableAsync(session) : session.ServeAsync(() => Task.CompletedTask)
        );
        var scenario = Scenario(server, new ReconnectDefinition("tool_executing", Resume));

        var result = await _walks.WalkAsync(scenario with { Expect = scenario.Expect with { Silence = TimeSpan.FromMilliseconds(300) } });

        Assert.Equal(Causes.EventsStalled, result.Failure?.Cause);
    }

    [Spec]
    public async Task A_server_that_takes_nobody_back_is_found_out()
    {
        var visits = 0;
        await using var server = await AgentServer.StartAsync(
            ResumableAsync,
            http =>
            {
                http.Response.StatusCode = 503;
                return Task.FromResult(Interlocked.Increment(ref visits) > 1);
            }
        );

        var result = await _walks.WalkAsync(Scenario(server, new ReconnectDefinition("tool_executing", Resume)));

        Assert.Equal(Causes.WebSocketRejected, result.Failure?.Cause);
        Assert.Equal("reconnect", result.Violations[0].Rule);
    }

    [Spec]
    public async Task After_the_end_of_the_run_the_connection_is_taken_up_again()
    {
        await using var server = await AgentServer.StartAsync(session => session.ServeAsync());

        var result = await _walks.WalkAsync(Scenario(server, new ReconnectDefinition(null, null)));

        Assert.True(result.Passed, result.Failure?.Summary);
        Assert.Equal(
            2,
            _walks.Frames.Count(frame => ((string?)frame["text"])?.Contains("connection_established", StringComparison.Ordinal) == true)
        );
    }

    [TableSpec]
    [InlineData(null, null)]
    [InlineData("canned", Causes.EventsCannedAnswer)]
    public async Task A_second_run_after_the_first_is_judged_like_it(string? answer, string? cause)
    {
        await using var server = await AgentServer.StartAsync(session =>
            session.ServeAsync(() => session.RunAsync(session.Number == 1 ? null : answer))
        );

        var result = await _walks.WalkAsync(Scenario(server, new ReconnectDefinition(null, Walks.Scenario(server.Url).Send)));

        Assert.Equal(cause, result.Failure?.Cause.Name);
    }

    private static ScenarioDefinition Scenario(AgentServer server, ReconnectDefinition reconnect) =>
        Walks.Scenario(server.Url) with
        {
            Reconnect = reconnect,
        };

    private static Task ResumableAsync(ServerSession session) =>
        session.ServeAsync(async () =>
        {
            session.RunId = "run-1";
            await session.EventAsync("agent_started", new { agent_name = "supervisor" });
            await session.EventAsync("agent_thinking", new { agent_name = "supervisor" });
            await session.EventAsync("tool_executing", new { tool_name = "search", execution_id = "e1" });
            if (session.Number == 2)
            {
                await session.EventAsync("tool_completed", new { tool_name = "search", execution_id = "e1" });
                await session.EventAsync("agent_completed", new { agent_name = "supervisor", final_response = session.Nonce });
            }
        });
}
