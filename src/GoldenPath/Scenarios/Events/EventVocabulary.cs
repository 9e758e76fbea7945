using System.Collections.Frozen;

namespace GoldenPath.Scenarios.Events;

/// <summary>The types on the wire that are understood, and what each stands for.</summary>
/// <remarks>The upper-case names are those of AG-UI (https://docs.ag-ui.com/concepts/events). A type that is not listed is noise.</remarks>
internal static class EventVocabulary
{
    private static readonly FrozenDictionary<string, Word> Words = new Dictionary<string, Word>
    {
        [EventNames.Started] = new(EventKind.Started, EventNames.Started),
        [EventNames.Thinking] = new(EventKind.Thinking, EventNames.Thinking),
        [EventNames.ToolExecuting] = new(EventKind.ToolExecuting, EventNames.ToolExecuting),
        [EventNames.ToolCompleted] = new(EventKind.ToolCompleted, EventNames.ToolCompleted),
        [EventNames.Completed] = new(EventKind.Completed, EventNames.Completed),
        [EventNames.Error] = new(EventKind.Error, EventNames.Error),
        ["agent_failed"] = new(EventKind.Error, "agent_failed"),
        ["error"] = new(EventKind.Error, "error"),
        ["AUTH_FAILED"] = new(EventKind.Error, "AUTH_FAILED"),
        ["auth_failed"] = new(EventKind.Error, "auth_failed"),
        ["auth_error"] = new(EventKind.Error, "auth_error"),
        ["agent_fallback"] = new(EventKind.Progress, "agent_fallback"),
        ["progress_update"] = new(EventKind.Progress, "progress_update"),
        ["partial_result"] = new(EventKind.Progress, "partial_result"),
        ["stream_chunk"] = new(EventKind.Progress, "stream_chunk"),
        [EventNames.ToolError] = new(EventKind.Progress, EventNames.ToolError),
        ["RUN_STARTED"] = new(EventKind.Started, EventNames.Started),
        ["RUN_FINISHED"] = new(EventKind.Completed, EventNames.Completed),
        ["RUN_ERROR"] = new(EventKind.Error, EventNames.Error),
        ["TOOL_CALL_START"] = new(EventKind.ToolExecuting, EventNames.ToolExecuting),
        ["TOOL_CALL_RESULT"] = new(EventKind.ToolCompleted, EventNames.ToolCompleted),
    }.ToFrozenDictionary();

    private static readonly string[] AgUiThoughts = ["REASONING_", "THINKING_"];

    private static readonly string[] AgUiProgress = ["TEXT_MESSAGE_", "TOOL_CALL_", "STEP_", "STATE_", "MESSAGES_", "ACTIVITY_"];

    /// <summary>What a type stands for.</summary>
    public static Word Look(string type) =>
        Words.TryGetValue(type, out var word) ? word
        : IsAgUiThought(type) ? new(EventKind.Thinking, EventNames.Thinking)
        : StartsWithAny(type, AgUiProgress) ? new(EventKind.Progress, type)
        : new(EventKind.Noise, type);

    /// <summary>Whether a type is one of the several frames as which AG-UI streams a single thought.</summary>
    public static bool IsAgUiThought(string type) => StartsWithAny(type, AgUiThoughts);

    private static bool StartsWithAny(string type, string[] prefixes) =>
        Array.Exists(prefixes, prefix => type.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>A word of the vocabulary.</summary>
    /// <param name="Kind">What it stands for.</param>
    /// <param name="Name">The name by which the judgement calls it.</param>
    internal readonly record struct Word(EventKind Kind, string Name);
}
