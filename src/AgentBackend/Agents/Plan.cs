using AgentBackend.Tools;

namespace AgentBackend.Agents;

/// <summary>What the agent made of a text.</summary>
/// <param name="Reasoning">Why it will do what it does, about this very text.</param>
/// <param name="Calls">The tools it will use, in order; at least one.</param>
/// <param name="References">What the user asked it to quote.</param>
internal sealed record Plan(string Reasoning, IReadOnlyList<ToolCall> Calls, IReadOnlyList<string> References);
