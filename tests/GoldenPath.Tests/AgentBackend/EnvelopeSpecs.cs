using System.Text.Json.Nodes;

namespace GoldenPath.Tests.AgentBackend;

public sealed class EnvelopeSpecs
{
    [TableSpec]
    [InlineData("flat", "agent_started agent_thinking tool_executing tool_completed agent_completed")]
    [InlineData("data", "agent_started agent_thinking tool_executing tool_completed agent_completed")]
    [InlineData("payload", "agent_started agent_thinking tool_executing tool_completed agent_completed")]
    [InlineData("system_message", "system_message system_message system_message system_message system_message")]
    [InlineData("agent_progress", "agent_progress agent_progress agent_progress agent_progress agent_response_complete")]
    [InlineData("event_batch", "event_batch event_batch event_batch")]
    [InlineData(
        "ag-ui",
        """
            RUN_STARTED REASONING_START REASONING_MESSAGE_START REASONING_MESSAGE_CONTENT REASONING_MESSAGE_END REASONING_END TOOL_CALL_START
            TOOL_CALL_ARGS TOOL_CALL_END TOOL_CALL_RESULT TEXT_MESSAGE_START TEXT_MESSAGE_CONTENT TEXT_MESSAGE_END RUN_FINISHED
            """
    )]
    public async Task A_run_is_told_in_the_wire_form_that_was_asked_for(string form, string types)
    {
        await using var service = await Backend.StartAsync(("AGENT_ENVELOPE", form));
        await using var client = await Client.EnterAsync(service);
        await client.WaitForAsync("connection_established");
        await client.AskAsync("What is 6 * 7?");
        var expected = types.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        foreach (var type in expected)
        {
            await client.WaitForAsync(type);
        }

        await client.SettleAsync();
        var frames = client.Frames[1..^1];
        Assert.Equal(expected, frames.Select(frame => (string?)frame["type"]));
        Assert.Contains("6 * 7 = 42.", string.Concat(frames.Select(frame => frame.ToJsonString())), StringComparison.Ordinal);
        Assert.Equal("agent_completed", Last(frames[^1]));
    }

    private static string? Last(JsonObject frame) =>
        (string?)frame["type"] switch
        {
            "system_message" => (string?)frame["event"],
            "agent_response_complete" => (string?)frame["data"]!["event"],
            "event_batch" => frame["events"]!.AsObject().Single().Key,
            "RUN_FINISHED" => "agent_completed",
            var type => type,
        };
}
