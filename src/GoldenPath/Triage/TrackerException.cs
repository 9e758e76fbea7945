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

    /// <summary>Whether nobody is there to be asked, which a few more tries tell as well as many. Default: no.</summary>
    public bool IsUnreachable { get; init; }

    /// <summary>Whether what was to be filed was refused, rather than whoever files it: another delivery may do. Default: no.</summary>
    public bool RefusesContent { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Message;
}
