using System.Globalization;
using System.Text.Json.Nodes;
using AgentBackend.Agents;

namespace AgentBackend.Envelopes;

/// <summary>The names and fields of the AG-UI protocol. One event may become several, as AG-UI streams what it says.</summary>
internal static class AgUi
{
    public static IEnumerable<JsonObject> Translate(AgentEvent it) =>
        it.Type switch
        {
            AgentEvent.Started => [Run(it, "RUN_STARTED")],
            AgentEvent.Thinking => Thinking(it),
            AgentEvent.ToolExecuting =>
            [
                Event(it, "TOOL_CALL_START", ("toolCallId", it["execution_id"]), ("toolCallName", it["tool_name"])),
                Event(it, "TOOL_CALL_ARGS", ("toolCallId", it["execution_id"]), ("delta", it.Body["parameters"]!.ToJsonString())),
                Event(it, "TOOL_CALL_END", ("toolCallId", it["execution_id"])),
            ],
            AgentEvent.ToolCompleted =>
            [
                Event(
                    it,
                    "TOOL_CALL_RESULT",
                    ("messageId", AgentRun.NewId("msg")),
                    ("toolCallId", it["execution_id"]),
                    ("content", it.Body["results"]!.ToJsonString()),
                    ("role", "tool")
                ),
            ],
            AgentEvent.Completed => Completed(it),
            AgentEvent.Error => [Event(it, "RUN_ERROR", ("message", it["error"]))],
            _ => [Event(it, "CUSTOM", ("name", it.Type))],
        };

    private static JsonObject[] Thinking(AgentEvent it)
    {
        var id = AgentRun.NewId("msg");
        return
        [
            Event(it, "REASONING_START", ("messageId", id)),
            Event(it, "REASONING_MESSAGE_START", ("messageId", id), ("role", "reasoning")),
            Event(it, "REASONING_MESSAGE_CONTENT", ("messageId", id), ("delta", it["reasoning"])),
            Event(it, "REASONING_MESSAGE_END", ("messageId", id)),
            Event(it, "REASONING_END", ("messageId", id)),
        ];
    }

    private static JsonObject[] Completed(AgentEvent it)
    {
        var id = AgentRun.NewId("msg");
        var finished = Run(it, "RUN_FINISHED");
        finished["result"] = new JsonObject { ["status"] = it["status"], ["final_response"] = it["final_response"] };
        return
        [
            Event(it, "TEXT_MESSAGE_START", ("messageId", id), ("role", "assistant")),
            Event(it, "TEXT_MESSAGE_CONTENT", ("messageId", id), ("delta", it["final_response"])),
            Event(it, "TEXT_MESSAGE_END", ("messageId", id)),
            finished,
        ];
    }

    private static JsonObject Run(AgentEvent it, string type) => Event(it, type, ("threadId", it["thread_id"]), ("runId", it["run_id"]));

    private static JsonObject Event(AgentEvent it, string type, params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var milliseconds = DateTimeOffset.Parse(it["timestamp"]!, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
        var frame = new JsonObject { ["type"] = type, ["timestamp"] = milliseconds };
        foreach (var (name, value) in fields)
        {
            frame[name] = value;
        }

        return frame;
    }
}
