namespace GoldenPath.Triage;

/// <summary>Whether an issue is open.</summary>
public enum TrackedState
{
    /// <summary>It is.</summary>
    Open,

    /// <summary>It is not.</summary>
    Closed,
}
