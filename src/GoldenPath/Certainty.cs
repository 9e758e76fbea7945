namespace GoldenPath;

/// <summary>How sure a diagnosis is.</summary>
public enum Certainty
{
    /// <summary>The evidence proves it.</summary>
    Confirmed,

    /// <summary>The evidence speaks for it.</summary>
    Likely,

    /// <summary>The evidence does not decide.</summary>
    Inconclusive,
}
