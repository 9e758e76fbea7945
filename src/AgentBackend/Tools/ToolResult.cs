using System.Text.Json.Nodes;

namespace AgentBackend.Tools;

/// <summary>What a tool found.</summary>
/// <param name="Results">The result as data.</param>
/// <param name="Sentence">The result as a sentence for the answer.</param>
internal sealed record ToolResult(JsonObject Results, string Sentence);
