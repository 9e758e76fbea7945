namespace GoldenPath.Scenarios.Recording;

/// <summary>Why the record of a session ended.</summary>
internal enum SessionEndReason
{
    /// <summary>Everything was decided, or waiting on was pointless.</summary>
    Watched,

    /// <summary>The server closed the connection.</summary>
    Closed,

    /// <summary>The connection broke without a close frame.</summary>
    Dropped,

    /// <summary>The run's budget was used up.</summary>
    Budget,
}
