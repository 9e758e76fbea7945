namespace GoldenPath.Scenarios.Recording;

/// <summary>How the record of a session ended.</summary>
/// <param name="Reason">Why nothing more was recorded.</param>
/// <param name="At">When, on the clock of the journal.</param>
internal sealed record SessionEnd(SessionEndReason Reason, TimeSpan At)
{
    /// <summary>The close code, where the connection was closed by the server.</summary>
    public int? CloseCode { get; init; }

    /// <summary>The reason given with the close code, or the name of the socket error.</summary>
    public string? Detail { get; init; }

    /// <summary>The line in <c>frames.jsonl</c> that shows it; 0 where there is none.</summary>
    public int Frame { get; init; }

    /// <summary>Whether the connection was lost, rather than left.</summary>
    public bool IsLost => Reason is SessionEndReason.Closed or SessionEndReason.Dropped;
}
