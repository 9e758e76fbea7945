using System.Text.Json.Nodes;

namespace AgentBackend.Agents;

/// <summary>How a use of a tool ended.</summary>
/// <param name="Success">Whether it found a result.</param>
/// <param name="Results">The result as data, or what went wrong.</param>
/// <param name="Sentence">The same for the answer.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record ToolOutcome(bool Success, JsonObject Results, string Sentence, TimeSpan Duration);
