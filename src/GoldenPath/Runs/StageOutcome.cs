namespace GoldenPath.Runs;

/// <summary>How a stage ended.</summary>
public enum StageOutcome
{
    /// <summary>It did what it is for.</summary>
    Succeeded,

    /// <summary>It broke.</summary>
    Failed,

    /// <summary>It never began, because an earlier one broke.</summary>
    Skipped,

    /// <summary>Somebody ended the run while it ran.</summary>
    Cancelled,
}
