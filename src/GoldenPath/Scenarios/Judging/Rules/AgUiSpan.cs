using System.Collections.Frozen;

namespace GoldenPath.Scenarios.Judging.Rules;

/// <summary>What a type of AG-UI does to something that has a beginning and an end: a message, a tool call, a reasoning, a step.</summary>
/// <param name="Span">What it is.</param>
/// <param name="Move">What becomes of it.</param>
internal readonly record struct AgUiSpan(string Span, AgUiMove Move)
{
    public const string ToolCall = "TOOL_CALL";

    private static readonly FrozenDictionary<string, AgUiMove> Endings = new Dictionary<string, AgUiMove>
    {
        ["_START"] = AgUiMove.Open,
        ["_STARTED"] = AgUiMove.Open,
        ["_CONTENT"] = AgUiMove.Continue,
        ["_ARGS"] = AgUiMove.Continue,
        ["_CHUNK"] = AgUiMove.Chunk,
        ["_END"] = AgUiMove.Close,
        ["_FINISHED"] = AgUiMove.Close,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Spans = new[]
    {
        "TEXT_MESSAGE",
        ToolCall,
        "STEP",
        "REASONING",
        "REASONING_MESSAGE",
        "THINKING",
        "THINKING_TEXT_MESSAGE",
    }.ToFrozenSet();

    /// <summary>The meaning of a type; <c>null</c> where it begins, continues and ends nothing.</summary>
    public static AgUiSpan? Of(string type)
    {
        var cut = type.LastIndexOf('_');
        return cut > 0 && Endings.TryGetValue(type[cut..], out var move) && Spans.Contains(type[..cut]) ? new(type[..cut], move) : null;
    }

    /// <summary>The type that closes it.</summary>
    public string Closing => Span + (Span == "STEP" ? "_FINISHED" : "_END");

    /// <summary>The type that opens it.</summary>
    public string Opening => Span + (Span == "STEP" ? "_STARTED" : "_START");
}
