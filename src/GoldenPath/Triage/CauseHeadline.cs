namespace GoldenPath.Triage;

/// <summary>Says in a few words what a user meets, for causes whose summary tells of one run: of its ids, times and users.</summary>
internal static class CauseHeadline
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        [Causes.TlsCertificate] = "the certificate is not trusted",
        [Causes.LoginFailed] = "nobody can log in",
        [Causes.TokenRejected] = "the WebSocket refuses the login's token",
        [Causes.TokenNotChecked] = "the WebSocket lets anybody in, with any token",
        [Causes.WebSocketNotFound] = "nothing serves the WebSocket's path",
        [Causes.WebSocketRejected] = "the WebSocket refuses the connection",
        [Causes.WebSocketProxyWithoutUpgrade] = "a proxy does not pass the WebSocket on",
        [Causes.WebSocketProtocolError] = "the WebSocket handshake breaks",
        [Causes.WebSocketSubprotocol] = "the WebSocket answers with another subprotocol",
        [Causes.EventsNone] = "no WebSocket event arrives",
        [Causes.EventsMissing] = "a WebSocket event is missing",
        [Causes.EventsOutOfOrder] = "WebSocket events arrive out of order",
        [Causes.EventsUnbalancedTool] = "a tool's WebSocket events do not pair up",
        [Causes.EventsAfterEnd] = "WebSocket events go on after the end of the run",
        [Causes.EventsStalled] = "the agent falls silent",
        [Causes.EventsTooLate] = "a WebSocket event is too late",
        [Causes.EventsMalformed] = "a WebSocket message cannot be read",
        [Causes.EventsCannedAnswer] = "the answer does not fit the question",
        [Causes.EventsLeaked] = "a user sees another user's events",
        [Causes.ConnectionDropped] = "the WebSocket connection drops",
        [Causes.AgentError] = "the agent ends with an error",
    };

    /// <summary>The words; <c>null</c> where the summary is as good.</summary>
    public static string? Of(string cause) => Words.GetValueOrDefault(cause);
}
