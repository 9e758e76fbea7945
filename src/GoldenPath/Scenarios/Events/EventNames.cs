namespace GoldenPath.Scenarios.Events;

/// <summary>The names of the five critical events, and of what else the judgement speaks of.</summary>
internal static class EventNames
{
    public const string Started = "agent_started";
    public const string Thinking = "agent_thinking";
    public const string ToolExecuting = "tool_executing";
    public const string ToolCompleted = "tool_completed";
    public const string Completed = "agent_completed";
    public const string Error = "agent_error";
    public const string ToolError = "tool_error";

    /// <summary>The five, in the order of a run.</summary>
    public static IReadOnlyList<string> Five { get; } = [Started, Thinking, ToolExecuting, ToolCompleted, Completed];
}
