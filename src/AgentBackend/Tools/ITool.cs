using System.Text.Json.Nodes;

namespace AgentBackend.Tools;

/// <summary>Something the agent can do about a question.</summary>
internal interface ITool
{
    /// <summary>What the tool is called in events.</summary>
    string Name { get; }

    /// <summary>The calls that would help with a text, in its order; none where the tool has nothing to say.</summary>
    IEnumerable<ToolCall> Propose(string text);

    /// <summary>Does it.</summary>
    /// <exception cref="ToolException">The parameters make no sense, or there is no result for them.</exception>
    ToolResult Execute(JsonObject parameters);
}
