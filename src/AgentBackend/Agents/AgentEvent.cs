using System.Text.Json.Nodes;

namespace AgentBackend.Agents;

/// <summary>Something that happened in a run.</summary>
/// <param name="Type">Its name, such as <c>agent_started</c>.</param>
/// <param name="Body">Everything else about it.</param>
internal sealed record AgentEvent(string Type, JsonObject Body)
{
    public const string Started = "agent_started";
    public const string Thinking = "agent_thinking";
    public const string ToolExecuting = "tool_executing";
    public const string ToolCompleted = "tool_completed";
    public const string Completed = "agent_completed";
    public const string Error = "agent_error";

    /// <summary>The text of a field; <c>null</c> where it is absent.</summary>
    public string? this[string field] => (string?)Body[field];

    /// <summary>The same event again: a body can be written to one frame only.</summary>
    public AgentEvent Copy() => new(Type, (JsonObject)Body.DeepClone());

    /// <summary>The same event with another value of a field.</summary>
    public AgentEvent With(string field, JsonNode? value)
    {
        var copy = Copy();
        copy.Body[field] = value;
        return copy;
    }
}
