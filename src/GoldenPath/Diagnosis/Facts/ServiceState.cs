namespace GoldenPath.Diagnosis.Facts;

/// <summary>What a service was doing when the run broke.</summary>
internal enum ServiceState
{
    /// <summary>This run had not started it: it came to an end before, or somebody else starts it.</summary>
    NotStarted,

    /// <summary>It ran.</summary>
    Running,

    /// <summary>It had ended.</summary>
    Ended,
}
