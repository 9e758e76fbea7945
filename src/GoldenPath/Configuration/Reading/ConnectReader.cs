using System.Text.RegularExpressions;

namespace GoldenPath.Configuration.Reading;

/// <summary>Reads where and how to connect.</summary>
internal static partial class ConnectReader
{
    public static IReadOnlyList<string> Keys { get; } = ["url", "token"];

    public static IReadOnlyList<string> CarrierKeys { get; } = ["subprotocol", "header", "query"];

    public static IReadOnlyList<string> CarrierWords { get; } = ["subprotocol", "header", "query", "none"];

    /// <summary>Reads it; without <c>token</c>, what a login gives goes into the subprotocol.</summary>
    public static ConnectDefinition Read(NodeReader reader, bool hasLogin)
    {
        var map = reader.Map(Keys);
        var url = map.Require("url", "Add url: \"ws://localhost:{port}/ws\"")?.Url("ws", "wss") ?? "";
        var token = map.Find("token");
        return new ConnectDefinition(url, token is not null ? Carrier(token) : hasLogin ? TokenCarrier.Subprotocol : TokenCarrier.None);
    }

    private static TokenCarrier Carrier(NodeReader reader) => reader.Node is MapNode ? SpeltOut(reader) : reader.OneOf(CarrierWords) switch
    {
        "subprotocol" => TokenCarrier.Subprotocol,
        "header" => TokenCarrier.Header,
        "query" => TokenCarrier.Query,
        _ => TokenCarrier.None,
    };

    private static TokenCarrier SpeltOut(NodeReader reader)
    {
        var map = reader.Map(CarrierKeys);
        var given = CarrierKeys.Where(map.Has).ToList();
        if (given.Count != 1)
        {
            reader.Problem("says not in one way what carries the token", "Give exactly one of subprotocol, header, query");
            return TokenCarrier.None;
        }
        return given[0] switch
        {
            "subprotocol" => new TokenCarrier(TokenCarrierKind.Subprotocol, Text(map.Find("subprotocol")!, Subprotocol(), "jwt-auth.{token}")),
            "header" => new TokenCarrier(TokenCarrierKind.Header, Text(map.Find("header")!, Header(), "Authorization: Bearer {token}")),
            _ => new TokenCarrier(TokenCarrierKind.Query, Text(map.Find("query")!, Query(), "token={token}")),
        };
    }

    private static string Text(NodeReader reader, Regex form, string example)
    {
        var text = reader.Template(PlaceholderScope.Carrier);
        reader.Check(form.IsMatch(Placeholders.Sample(text)), $"{reader.Quoted} cannot carry a token", $"Write it like \"{example}\"");
        return text;
    }

    /// <summary>A token of RFC 9110, as RFC 6455 demands for subprotocols.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+.^_`|~-]+\z")]
    private static partial Regex Subprotocol();

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+.^_`|~-]+:[ \t]*[^\p{Cc}]+\z")]
    private static partial Regex Header();

    [GeneratedRegex(@"^[^=&#\s]+=[^&#\s]+(&[^=&#\s]+=[^&#\s]*)*\z")]
    private static partial Regex Query();
}
