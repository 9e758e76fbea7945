using System.Text.Json.Nodes;

namespace GoldenPath.Tests.Scenarios.Judging;

/// <summary>A message of a made-up session.</summary>
/// <param name="Type">The type of its event.</param>
internal sealed record Step(string Type)
{
    private const int Envelopes = 6;

    public string? Run { get; init; } = "run-1";

    public string? Agent { get; init; }

    public string? Tool { get; init; }

    public string? Execution { get; init; }

    public string? Answer { get; init; }

    /// <summary>How long after the message before it, in milliseconds.</summary>
    public int Gap { get; init; }

    /// <summary>Any number stands for an envelope.</summary>
    public int Envelope { get; init; }

    public bool IsNoise => Run is null;

    public JsonObject Message()
    {
        var fields = new JsonObject();
        Put(fields, "run_id", Run);
        Put(fields, "agent_name", Agent);
        Put(fields, "tool_name", Tool);
        Put(fields, "execution_id", Execution);
        Put(fields, "final_response", Answer);
        return (Envelope % Envelopes) switch
        {
            0 => new JsonObject { ["type"] = Type, ["data"] = fields },
            1 => new JsonObject { ["type"] = Type, ["payload"] = fields },
            2 => new JsonObject
            {
                ["type"] = "system_message",
                ["event"] = Type,
                ["data"] = fields,
            },
            3 => new JsonObject
            {
                ["type"] = "event_batch",
                ["events"] = new JsonObject { [Type] = new JsonArray(fields) },
            },
            4 => With(fields, "event", Type, inner => new JsonObject { ["type"] = "agent_progress", ["data"] = inner }),
            _ => With(fields, "type", Type, flat => flat),
        };
    }

    private static JsonObject With(JsonObject fields, string name, string value, Func<JsonObject, JsonObject> wrap)
    {
        fields[name] = value;
        return wrap(fields);
    }

    private static void Put(JsonObject fields, string name, string? value)
    {
        if (value is not null)
        {
            fields[name] = value;
        }
    }
}
