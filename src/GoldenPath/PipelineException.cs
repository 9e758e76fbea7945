namespace GoldenPath;

/// <summary>An expected failure of a stage. Its text is one worded line, never a stack trace.</summary>
public sealed class PipelineException(Failure failure) : Exception(failure.Summary)
{
    /// <summary>What was seen.</summary>
    public Failure Failure { get; } = failure;

    /// <summary>The message alone: build tools print whatever this returns.</summary>
    public override string ToString() => Message;
}
