namespace GoldenPath.Readiness.Probes;

/// <summary>What an attempt to ask a service ended with.</summary>
internal enum AnswerKind
{
    /// <summary>What was waited for.</summary>
    Ready,

    /// <summary>Nobody listens.</summary>
    Refused,

    /// <summary>This machine has no such address, or no way to it.</summary>
    Unreachable,

    /// <summary>The connection stands, and nothing came over it in time.</summary>
    Silent,

    /// <summary>The connection was closed before an answer came.</summary>
    Dropped,

    /// <summary>An answer that is not HTTP.</summary>
    NotHttp,

    /// <summary>A TLS alert to a plain question, or a handshake that was not answered with TLS.</summary>
    TlsMismatch,

    /// <summary>An HTTP answer, and not the one waited for.</summary>
    Status,
}
