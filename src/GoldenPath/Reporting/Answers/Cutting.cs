namespace GoldenPath.Reporting.Answers;

/// <summary>When a line of an answer is cut, where there is no room for all.</summary>
internal enum Cutting
{
    /// <summary>From the last line up.</summary>
    Late,

    /// <summary>Before all others: what is quoted stands whole in its place, which is named.</summary>
    First,

    /// <summary>Never: it is worth nothing when it is cut, as a command, a path and an address are.</summary>
    Never,
}
