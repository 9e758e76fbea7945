using System.Text.Json;

namespace GoldenPath.Scenarios.Events;

/// <summary>A normalised event of a session: what a message means, whatever envelope it came in.</summary>
internal sealed record AgentEvent
{
    /// <summary>What it stands for.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>The name the judgement knows it by, such as <c>agent_started</c>; the type itself where it is noise.</summary>
    public required string Name { get; init; }

    /// <summary>The type as it was on the wire.</summary>
    public required string Type { get; init; }

    /// <summary>The number of its frame: the line of <c>frames.jsonl</c>, counted from 1.</summary>
    public required int Frame { get; init; }

    /// <summary>When its frame was received, on the clock of the journal.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>The connection of the session that it came over, counted from 1.</summary>
    public int Connection { get; init; } = 1;

    /// <summary>The run it says it belongs to.</summary>
    public string? RunId { get; init; }

    /// <summary>The run that started its run.</summary>
    public string? ParentRunId { get; init; }

    /// <summary>The conversation it says it belongs to.</summary>
    public string? ThreadId { get; init; }

    /// <summary>The user it says it belongs to.</summary>
    public string? UserId { get; init; }

    /// <summary>The agent it speaks of.</summary>
    public string? Agent { get; init; }

    /// <summary>The tool it speaks of.</summary>
    public string? Tool { get; init; }

    /// <summary>The id of the tool call.</summary>
    public string? ExecutionId { get; init; }

    /// <summary>The id of the message, or the name of the step, that it is a part of; AG-UI has them.</summary>
    public string? Part { get; init; }

    /// <summary>When the server says it happened. Never used to judge deadlines: clocks differ.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The text of an error, a piece of streamed answer, or why a frame is malformed.</summary>
    public string? Text { get; init; }

    /// <summary>The code of an error, such as <c>AUTH_FAILED</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The payload; kept of <see cref="EventKind.Completed"/> alone, for the answer.</summary>
    public JsonElement? Payload { get; init; }

    /// <summary>The nonces of this scenario found anywhere in the frame.</summary>
    public IReadOnlyList<string> Nonces { get; init; } = [];

    /// <summary>Whether it is an error by which a server refuses a token.</summary>
    public bool IsAuthRefusal => Kind == EventKind.Error && (AuthCodes.Contains(Code) || AuthCodes.Contains(Type));

    /// <summary>A short name for a person, with the tool where there is one.</summary>
    public string Label => Tool is null ? Name : $"{Name} '{Tool}'";
}
