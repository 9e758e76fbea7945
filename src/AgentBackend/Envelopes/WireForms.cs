using System.Text.Json.Nodes;
using AgentBackend.Agents;
using AgentBackend.Settings;

namespace AgentBackend.Envelopes;

/// <summary>The wire forms found in the field.</summary>
internal static class WireForms
{
    private static readonly Dictionary<string, Envelope> _all = new(StringComparer.Ordinal)
    {
        ["flat"] = Each(Flat),
        ["data"] = Each(it => new JsonObject { ["type"] = it.Type, ["data"] = it.Body }),
        ["payload"] = Each(it => new JsonObject { ["type"] = it.Type, ["payload"] = it.Body }),
        ["system_message"] = Each(it => new JsonObject
        {
            ["type"] = "system_message",
            ["event"] = it.Type,
            ["data"] = it.Body,
        }),
        ["agent_progress"] = Each(Progress),
        ["event_batch"] = EventBatches.Gather,
        ["ag-ui"] = events => events.SelectMany(AgUi.Translate),
    };

    /// <summary>The fields beside the type.</summary>
    public static Envelope Default => _all["flat"];

    /// <summary>The wire form of a name; nothing means <see cref="Default"/>.</summary>
    /// <exception cref="SettingsException">There is no such form.</exception>
    public static Envelope Parse(string? name) =>
        string.IsNullOrEmpty(name)
            ? Default
            : _all.GetValueOrDefault(name)
                ?? throw new SettingsException($"AGENT_ENVELOPE is '{name}', and must be one of {string.Join(", ", _all.Keys)}.");

    private static Envelope Each(Func<AgentEvent, JsonObject> wrap) => events => events.Select(wrap);

    private static JsonObject Flat(AgentEvent it)
    {
        it.Body.Insert(0, "type", it.Type);
        return it.Body;
    }

    private static JsonObject Progress(AgentEvent it)
    {
        it.Body.Insert(0, "event", it.Type);
        var type = it.Type == AgentEvent.Completed ? "agent_response_complete" : "agent_progress";
        return new JsonObject { ["type"] = type, ["data"] = it.Body };
    }
}
