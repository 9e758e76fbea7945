namespace GoldenPath.Configuration;

/// <summary>Where a token goes.</summary>
public enum TokenCarrierKind
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>Into <c>Sec-WebSocket-Protocol</c>.</summary>
    Subprotocol,

    /// <summary>Into a request header.</summary>
    Header,

    /// <summary>Into the query string.</summary>
    Query,

    /// <summary>Into the first message.</summary>
    Message,
}
