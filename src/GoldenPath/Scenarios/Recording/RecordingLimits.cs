namespace GoldenPath.Scenarios.Recording;

/// <summary>How much of a session is kept, so that no service can fill memory or disk.</summary>
internal sealed record RecordingLimits
{
    /// <summary>The largest message that is read as a whole, in bytes; the rest of a larger one is drained and counted. Default: 1 MiB.</summary>
    public int LargestMessage { get; init; } = 1 << 20;

    /// <summary>How much text of one session goes into <c>frames.jsonl</c>, in bytes; later frames are kept without their text. Default: 16 MiB.</summary>
    public long SessionText { get; init; } = 16 << 20;

    /// <summary>How many messages a session may receive. Default: 200,000.</summary>
    public int SessionMessages { get; init; } = 200_000;
}
