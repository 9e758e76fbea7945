namespace GoldenPath.TestKit.GitHub;

/// <summary>What goes wrong with a request.</summary>
public enum FaultKind
{
    /// <summary>It is answered with a status and a text, and has no effect.</summary>
    Answer,

    /// <summary>It has its effect, and is answered with a status and a text.</summary>
    AnswerAfterEffect,

    /// <summary>The connection breaks, without an effect.</summary>
    HangUp,

    /// <summary>It has its effect, and the connection breaks before the answer.</summary>
    HangUpAfterEffect,

    /// <summary>Nothing ever comes.</summary>
    Silence,

    /// <summary>The headers come, the body never ends.</summary>
    StalledBody,
}
