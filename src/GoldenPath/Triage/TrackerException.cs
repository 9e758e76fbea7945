namespace GoldenPath.Triage;

/// <summary>A tracker did not do its work. The text is one worded line.</summary>
/// <param name="message">What happened, and what to do about it.</param>
/// <param name="isPassing">Whether another try may help.</param>
/// <param name="innerException">What was caught.</param>
public sealed class TrackerException(string message, bool isPassing, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Whether another try may help.</summary>
    public bool IsPassing { get; } = isPassing;

    /// <summary>How long the tracker asks to wait before that; <c>null</c> where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How many tries tell as much as many would: four where nobody is there or the answer is none of a tracker's, two where none came in its time. Default: no limit.</summary>
    public int MostTries { get; init; } = int.MaxValue;

    /// <summary>Whether this delivery is refused for good, whoever brings it and however often: it is set aside, and others go on. Default: no.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>The one issue that cannot be written, while others can; <c>null</c> where it concerns all.</summary>
    public int? Issue { get; init; }

    /// <summary>Whether that issue is not there any more: deleted, moved to another repository, or made a discussion. Default: no.</summary>
    public bool IsGone { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Message;
}
