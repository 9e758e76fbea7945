namespace GoldenPath.Scenarios.Recording;

/// <summary>A line of <c>frames.jsonl</c> to be.</summary>
/// <param name="Session">Whose it is.</param>
/// <param name="Connection">Over which connection of the session, counted from 1.</param>
/// <param name="At">When, on the clock of the journal.</param>
/// <param name="Direction">Which way it went.</param>
/// <param name="Type">What it is.</param>
internal readonly record struct FrameEntry(SessionLabel Session, int Connection, TimeSpan At, FrameDirection Direction, FrameType Type)
{
    /// <summary>The size of the message, in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Its text, not yet redacted; <c>null</c> where none is kept.</summary>
    public string? Text { get; init; }

    /// <summary>Whether only the beginning of the text is kept, or nothing of it.</summary>
    public bool IsCut { get; init; }

    /// <summary>The close code, or the HTTP status of a refusal.</summary>
    public int? Code { get; init; }

    /// <summary>Whether it is the trigger of the run.</summary>
    public bool IsTrigger { get; init; }

    /// <summary>The nonce that the trigger carries.</summary>
    public string? Nonce { get; init; }
}
