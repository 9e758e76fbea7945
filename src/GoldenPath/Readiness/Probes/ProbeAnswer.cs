namespace GoldenPath.Readiness.Probes;

/// <summary>The answer to one probe.</summary>
/// <param name="Kind">What it ended with.</param>
/// <param name="Text">The short form for the timeline: <c>refused</c>, <c>503</c>, <c>101</c>.</param>
internal sealed record ProbeAnswer(AnswerKind Kind, string Text)
{
    /// <summary>Nobody listens.</summary>
    public static ProbeAnswer Refused { get; } = new(AnswerKind.Refused, "refused");

    /// <summary>There is no way to the address.</summary>
    public static ProbeAnswer Unreachable { get; } = new(AnswerKind.Unreachable, "unreachable");

    /// <summary>Nothing came in time.</summary>
    public static ProbeAnswer Silent { get; } = new(AnswerKind.Silent, "no answer");

    /// <summary>Closed without an answer.</summary>
    public static ProbeAnswer Dropped { get; } = new(AnswerKind.Dropped, "closed without an answer");

    /// <summary>TLS met something else.</summary>
    public static ProbeAnswer TlsMismatch { get; } = new(AnswerKind.TlsMismatch, "no TLS on one side");

    /// <summary>The HTTP answer; <c>null</c> where it was none.</summary>
    public HttpReply? Reply { get; init; }

    /// <summary>Whether it is what was waited for.</summary>
    public bool IsReady => Kind == AnswerKind.Ready;

    /// <summary>The long form for a person: with the reason phrase and the beginning of the body.</summary>
    public string Description => Reply?.Description ?? Text;
}
