namespace GoldenPath.Configuration;

/// <summary>What carries a token: the kind, and a text in which <c>{token}</c> stands for it.</summary>
/// <param name="Kind">Where it goes.</param>
/// <param name="Text">For a subprotocol the subprotocol, for a header <c>Name: value</c>, for a query <c>name=value</c>, for a message its JSON.</param>
internal sealed record TokenCarrier(TokenCarrierKind Kind, string Text)
{
    /// <summary>No token.</summary>
    public static TokenCarrier None { get; } = new(TokenCarrierKind.None, "");

    /// <summary>The subprotocol <c>jwt-auth.{token}</c>.</summary>
    public static TokenCarrier Subprotocol { get; } = new(TokenCarrierKind.Subprotocol, "jwt-auth.{token}");

    /// <summary>The header <c>Authorization: Bearer {token}</c>.</summary>
    public static TokenCarrier Header { get; } = new(TokenCarrierKind.Header, "Authorization: Bearer {token}");

    /// <summary>The query <c>token={token}</c>.</summary>
    public static TokenCarrier Query { get; } = new(TokenCarrierKind.Query, "token={token}");
}
