using Microsoft.Extensions.Primitives;

namespace AgentBackend.Sockets;

/// <summary>What a client brings along when it asks for a WebSocket.</summary>
/// <param name="Token">The token, from wherever it was; <c>null</c> where there is none.</param>
/// <param name="Subprotocol">The subprotocol to agree on; <c>null</c> for none.</param>
/// <param name="Understood">Whether the subprotocols make sense: none at all, or one that carries a token.</param>
internal sealed record Handshake(string? Token, string? Subprotocol, bool Understood)
{
    private const string SubprotocolPrefix = "jwt-auth.";
    private const string HeaderPrefix = "Bearer ";

    /// <summary>Reads a request. The first of subprotocol, <c>Authorization</c> and <c>?token=</c> counts.</summary>
    public static Handshake Read(HttpContext context)
    {
        var offered = context.WebSockets.WebSocketRequestedProtocols;
        var subprotocol = offered.FirstOrDefault(name => name.StartsWith(SubprotocolPrefix, StringComparison.Ordinal));
        var token =
            subprotocol?[SubprotocolPrefix.Length..]
            ?? Bearer(context.Request.Headers.Authorization)
            ?? context.Request.Query["token"].FirstOrDefault();
        return new Handshake(token, subprotocol, subprotocol is not null || offered.Count == 0);
    }

    private static string? Bearer(StringValues header) =>
        header.ToString() is var text && text.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase)
            ? text[HeaderPrefix.Length..].Trim()
            : null;
}
