using System.Net.WebSockets;
using System.Text.Json.Nodes;
using GoldenPath.Configuration;

namespace GoldenPath.Scenarios.Walking;

/// <summary>A token and what carries it to the endpoint.</summary>
/// <param name="Carrier">What carries it.</param>
/// <param name="Token">The token; <c>null</c> where nobody logged in, and the carrier's text is complete as it is.</param>
internal sealed record Credentials(TokenCarrier Carrier, string? Token)
{
    private const string Cookie = "Cookie";
    private const string Base64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>Headers of the request beside the carrier, by name.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    private string Text => Filled(Carrier.Text);

    /// <summary>The message that shows the token, sent before all others; <c>null</c> where something else carries it.</summary>
    public string? FirstMessage => Carrier.Kind == TokenCarrierKind.Message ? JsonTexts.Fill(JsonNode.Parse(Carrier.Text)!, Filled) : null;

    /// <summary>The address, with the token in it where the query carries it.</summary>
    public Uri Address(Uri endpoint) =>
        Carrier.Kind != TokenCarrierKind.Query
            ? endpoint
            : new UriBuilder(endpoint)
            {
                Query = string.Join(
                    '&',
                    new[]
                    {
                        endpoint.Query.TrimStart('?'),
                        Carrier.Text.Replace("{token}", Uri.EscapeDataString(Token ?? ""), StringComparison.Ordinal),
                    }.Where(part => part.Length > 0)
                ),
            }.Uri;

    /// <summary>Puts the token where the carrier says, and the headers beside it.</summary>
    /// <exception cref="StepFailedException">The carrier cannot carry this token.</exception>
    public void Apply(ClientWebSocketOptions options)
    {
        try
        {
            if (Carrier.Kind == TokenCarrierKind.Subprotocol)
            {
                options.AddSubProtocol(Text);
            }

            foreach (var (name, value) in AllHeaders())
            {
                options.SetRequestHeader(name, value);
            }
        }
        catch (ArgumentException)
        {
            // The exception's own text quotes the token.
            throw new StepFailedException(Steps.Connect, Causes.WebSocketSubprotocol, Complaint());
        }
    }

    /// <summary>Cookies of both share one header: RFC 6265, section 5.4.</summary>
    private Dictionary<string, string> AllHeaders()
    {
        var all = Headers.ToDictionary(header => header.Key, header => Filled(header.Value), StringComparer.OrdinalIgnoreCase);
        if (Carrier.Kind == TokenCarrierKind.Header)
        {
            var colon = Text.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (Text[..colon].Trim(), Text[(colon + 1)..].Trim());
            all[name] =
                name.Equals(Cookie, StringComparison.OrdinalIgnoreCase) && all.TryGetValue(name, out var others)
                    ? $"{others}; {value}"
                    : value;
        }

        return all;
    }

    private string Filled(string text) => text.Replace("{token}", Token, StringComparison.Ordinal);

    /// <summary>The same with a token that no server may accept: of a JWT the signature is another one, of anything else every character.</summary>
    public Credentials Spoilt()
    {
        if (Token is not null)
        {
            return this with { Token = Spoil(Token, Token.Count(character => character == '.') == 2 ? Token.LastIndexOf('.') + 1 : 0) };
        }

        return this with
        {
            Carrier = Carrier with { Text = Spoil(Carrier.Text, Carrier.Text.LastIndexOfAny([' ', '=', '.', ':']) + 1) },
        };
    }

    private static string Spoil(string token, int from) => token[..from] + string.Concat(token[from..].Select(Next));

    private static char Next(char character) =>
        Base64Url.IndexOf(character, StringComparison.Ordinal) is >= 0 and var index
            ? Base64Url[(index + 1) % Base64Url.Length]
            : character;

    private string Complaint()
    {
        const string separators = "()<>@,;:\\\"/[]?={} \t";
        var offending = Text.FirstOrDefault(character =>
            separators.Contains(character, StringComparison.Ordinal) || character is <= ' ' or > '~'
        );
        return $"the {Carrier.Kind} cannot carry this token{(offending == default ? "" : $": it holds '{offending}', which is not allowed there")}. "
            + "Hand the token out in base64url without padding, or carry it in a header (token: header)";
    }
}
