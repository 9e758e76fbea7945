using System.Text.Json.Nodes;

namespace AgentBackend.Tools;

/// <summary>One planned use of a tool.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Parameters">What it is called with.</param>
/// <param name="Intention">What for, as the end of "I will …".</param>
internal sealed record ToolCall(ITool Tool, JsonObject Parameters, string Intention);
