namespace GoldenPath.Pipeline.Checks;

/// <summary>What a finding means for a run.</summary>
internal enum FindingState
{
    /// <summary>In order.</summary>
    Ok,

    /// <summary>A run may go well, and somebody should know.</summary>
    Warning,

    /// <summary>A run would die of it.</summary>
    Problem,
}
