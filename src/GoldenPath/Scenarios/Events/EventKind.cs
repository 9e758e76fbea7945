namespace GoldenPath.Scenarios.Events;

/// <summary>What a message stands for in a run.</summary>
internal enum EventKind
{
    /// <summary>Allowed anywhere, proves nothing: heartbeats (JSON or plain text), empty frames, acknowledgements, unknown types.</summary>
    Noise,

    /// <summary>A frame that no client could read: no JSON object, binary, invalid UTF-8, too deep, too large.</summary>
    Malformed,

    /// <summary>An agent began.</summary>
    Started,

    /// <summary>An agent reasons.</summary>
    Thinking,

    /// <summary>A tool call began.</summary>
    ToolExecuting,

    /// <summary>A tool call ended.</summary>
    ToolCompleted,

    /// <summary>An agent ended with an answer.</summary>
    Completed,

    /// <summary>A run ended with an error, or the server refused.</summary>
    Error,

    /// <summary>A sign of life of a run that is none of the five: partial results, chunks of text, steps.</summary>
    Progress,
}
