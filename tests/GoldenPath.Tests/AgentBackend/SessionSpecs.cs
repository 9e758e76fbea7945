using System.Net.WebSockets;

namespace GoldenPath.Tests.AgentBackend;

public sealed class SessionSpecs(BackendFixture backend) : IClassFixture<BackendFixture>
{
    private static readonly string[] _five = ["agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed"];

    [TableSpec]
    [InlineData("""{"type":"user_message","content":"What is 6 * 7?"}""")]
    [InlineData("""{"type":"user_message","payload":{"content":"What is 6 * 7?"}}""")]
    [InlineData("""{"type":"start_agent","user_request":"What is 6 * 7?"}""")]
    [InlineData("""{"type":"start_agent","payload":{"user_request":"What is 6 * 7?"}}""")]
    public async Task A_request_is_answered_with_the_five_events(string request)
    {
        await using var client = await Client.EnterAsync(backend.Service);
        await client.WaitForAsync("connection_established");
        await client.SendAsync(request);
        var completed = await client.WaitForAsync("agent_completed");
        await client.SettleAsync();

        var events = client.Frames[1..^1];
        Assert.Equal(_five, events.Select(frame => (string?)frame["type"]));
        Assert.All(
            events,
            frame =>
                Assert.All(
                    ["user_id", "thread_id", "run_id", "agent_name", "timestamp"],
                    name => Assert.NotEmpty((string?)frame[name] ?? "")
                )
        );
        Assert.Equal("6 * 7 = 42.", (string?)completed["final_response"]);
        Assert.Equal("completed", (string?)completed["status"]);
        Assert.Contains("What is 6 * 7?", (string?)events[1]["reasoning"], StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_tool_is_really_called_with_what_the_user_wrote()
    {
        await using var client = await Client.EnterAsync(backend.Service);
        await client.AskAsync("How much is 17 times (3 + 4)?");
        var executing = await client.WaitForAsync("tool_executing");
        var completed = await client.WaitForAsync("tool_completed");
        Assert.Equal("17 times (3 + 4)", (string?)executing["parameters"]!["expression"]);
        Assert.Equal(119, (int?)completed["results"]!["value"]);
        Assert.Equal((string?)executing["execution_id"], (string?)completed["execution_id"]);
        Assert.True((bool?)completed["success"]);
        Assert.True((double?)completed["duration"] >= 0);
    }

    [Spec]
    public async Task A_tool_that_fails_says_so()
    {
        await using var client = await Client.EnterAsync(backend.Service);
        await client.AskAsync("What is 6 * ?");
        var completed = await client.WaitForAsync("tool_completed");
        Assert.False((bool?)completed["success"]);
        Assert.Contains("ends where a number was expected", (string?)completed["results"]!["error"], StringComparison.Ordinal);
        Assert.Equal("incomplete", (string?)(await client.WaitForAsync("agent_completed"))["status"]);
    }

    [Spec]
    public async Task Ping_heartbeat_and_unknown_types_are_answered()
    {
        await using var client = await Client.EnterAsync(backend.Service);
        await client.SendAsync("""{"type":"ping","id":"p-1"}""");
        Assert.Equal("p-1", (string?)(await client.WaitForAsync("pong"))["id"]);
        await client.SendAsync("""{"type":"heartbeat"}""");
        await client.WaitForAsync("heartbeat_ack");
        await client.SendAsync("""{"type":"agent_request"}""");
        Assert.Equal("agent_request", (string?)(await client.WaitForAsync("ack"))["received_type"]);
    }

    [TableSpec]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("""{"content":"no type"}""")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"\ud800"}""")]
    [InlineData("""{"type":"ping","type":"pong"}""")]
    [InlineData("""{"type":"user_message"}""")]
    [InlineData("""{"type":"user_message","content":{"text":"nested"}}""")]
    [InlineData("""{"type":"user_message","content":"  "}""")]
    public async Task A_message_that_makes_no_sense_is_an_error_and_not_the_end(string message)
    {
        await using var client = await Client.EnterAsync(backend.Service);
        await client.SendAsync(message);
        Assert.Equal("INVALID_MESSAGE", (string?)(await client.WaitForAsync("error"))["code"]);
        await client.SettleAsync();
    }

    [Spec]
    public async Task Deep_nesting_is_an_error_and_not_the_end()
    {
        await using var client = await Client.EnterAsync(backend.Service);
        await client.SendAsync(string.Concat(Enumerable.Repeat("""{"type":""", 50_000)));
        await client.WaitForAsync("error");
        await client.AskAsync($"What is {new string('(', 50_000)}1 + 1?");
        Assert.Contains(
            "nested deeper",
            (string?)(await client.WaitForAsync("agent_completed"))["final_response"],
            StringComparison.Ordinal
        );
    }

    [Spec]
    public async Task A_binary_message_ends_the_connection_with_1003()
    {
        await using var client = await Client.EnterAsync(backend.Service);
        await client.SendAsync([1, 2, 3], WebSocketMessageType.Binary);
        Assert.Equal(WebSocketCloseStatus.InvalidMessageType, await client.EndedAsync());
    }

    [Spec]
    public async Task A_message_over_a_mebibyte_ends_the_connection_with_1009()
    {
        await using var client = await Client.EnterAsync(backend.Service);
        await client.SendAsync(new string('x', (1 << 20) + 1));
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, await client.EndedAsync());
    }

    [Spec]
    public async Task A_burst_of_questions_is_answered_one_by_one_or_told_to_wait()
    {
        await using var client = await Client.EnterAsync(backend.Service);
        await Task.WhenAll(Enumerable.Range(0, 300).Select(number => client.AskAsync($"What is {number} + 1?")));
        await client.SettleAsync();
        while (client.Types.Count(type => type is "agent_completed" or "error") < 300)
        {
            await client.WaitForAsync("agent_completed");
        }

        Assert.All(
            client.Frames.Where(frame => (string?)frame["type"] == "error"),
            frame => Assert.Equal("TOO_MANY_RUNS", (string?)frame["code"])
        );
        Assert.All(
            client.Frames.GroupBy(frame => (string?)frame["run_id"]).Where(run => run.Key is not null),
            run => Assert.Equal(_five, run.Select(frame => (string?)frame["type"]))
        );
    }

    [Spec]
    public async Task Somebody_who_drops_out_disturbs_nobody()
    {
        await using var ada = await Client.EnterAsync(backend.Service);
        var grace = await Client.EnterAsync(backend.Service, "grace@example.com", "nanoseconds");
        await grace.AskAsync("What is 1 + 1?");
        await grace.DisposeAsync();
        await ada.AskAsync("What is 2 + 2?");
        Assert.Equal("2 + 2 = 4.", (string?)(await ada.WaitForAsync("agent_completed"))["final_response"]);
    }

    [Spec]
    public async Task Heartbeats_come_by_themselves()
    {
        await using var lively = await Backend.StartAsync(("AGENT_HEARTBEAT", "0.02"));
        await using var client = await Client.EnterAsync(lively);
        await client.WaitForAsync("heartbeat");
        await client.WaitForAsync("heartbeat");
    }
}
