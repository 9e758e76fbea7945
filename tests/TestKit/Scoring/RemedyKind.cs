namespace GoldenPath.TestKit.Scoring;

/// <summary>What a remedy is good for, in rising order.</summary>
public enum RemedyKind
{
    /// <summary>It shows where to look on.</summary>
    Look,

    /// <summary>It says what to change.</summary>
    Advice,

    /// <summary>It mends: a command that changes something.</summary>
    Paste,
}
