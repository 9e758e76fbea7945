namespace GoldenPath.Scenarios.Judging.Rules;

/// <summary>What an event of AG-UI does to what it is a part of.</summary>
internal enum AgUiMove
{
    /// <summary>It begins it.</summary>
    Open,

    /// <summary>It goes on with it.</summary>
    Continue,

    /// <summary>It begins it or goes on with it, and whatever else comes ends it.</summary>
    Chunk,

    /// <summary>It ends it.</summary>
    Close,
}
