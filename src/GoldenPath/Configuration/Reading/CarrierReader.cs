using System.Text.Json;
using System.Text.RegularExpressions;

namespace GoldenPath.Configuration.Reading;

/// <summary>Reads what carries a token.</summary>
internal static partial class CarrierReader
{
    public static IReadOnlyList<string> Keys { get; } = ["subprotocol", "header", "query", "message"];

    public static IReadOnlyList<string> Words { get; } = ["subprotocol", "header", "query", "none"];

    public static TokenCarrier Read(NodeReader reader) =>
        reader.Node is MapNode
            ? SpeltOut(reader)
            : reader.OneOf(Words) switch
            {
                "subprotocol" => TokenCarrier.Subprotocol,
                "header" => TokenCarrier.Header,
                "query" => TokenCarrier.Query,
                _ => TokenCarrier.None,
            };

    private static TokenCarrier SpeltOut(NodeReader reader)
    {
        var map = reader.Map(Keys);
        var given = Keys.Where(map.Has).ToList();
        if (given.Count != 1)
        {
            reader.Problem("says not in one way what carries the token", $"Give exactly one of {string.Join(", ", Keys)}");
            return TokenCarrier.None;
        }
        var value = map.Find(given[0])!;
        return given[0] switch
        {
            "subprotocol" => new TokenCarrier(TokenCarrierKind.Subprotocol, Text(value, Subprotocol(), "jwt-auth.{token}")),
            "header" => new TokenCarrier(TokenCarrierKind.Header, Text(value, Header(), "Authorization: Bearer {token}")),
            "query" => new TokenCarrier(TokenCarrierKind.Query, Text(value, Query(), "token={token}")),
            _ => new TokenCarrier(TokenCarrierKind.Message, Message(value)),
        };
    }

    private static string Text(NodeReader reader, Regex form, string example)
    {
        var text = reader.Template(PlaceholderScope.Carrier);
        reader.Check(form.IsMatch(Placeholders.Sample(text)), $"{reader.Quoted} cannot carry a token", $"Write it like \"{example}\"");
        return text;
    }

    private static string Message(NodeReader reader)
    {
        var message = reader.Node is ScalarNode { IsNull: true } ? null : reader.Json(PlaceholderScope.Carrier);
        reader.Check(message is not null, "has no message", "Write the JSON to send first: { type: auth, token: \"{token}\" }");
        return message?.ToJsonString(JsonSerializerOptions.Web) ?? "{token}";
    }

    /// <summary>A token of RFC 9110, as RFC 6455 demands for subprotocols.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+.^_`|~-]+\z")]
    private static partial Regex Subprotocol();

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+.^_`|~-]+:[ \t]*[^\p{Cc}]+\z")]
    private static partial Regex Header();

    [GeneratedRegex(@"^[^=&#\s]+=[^&#\s]+(&[^=&#\s]+=[^&#\s]*)*\z")]
    private static partial Regex Query();
}
