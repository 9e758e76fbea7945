using System.Text.RegularExpressions;

namespace GoldenPath.Configuration.Reading;

/// <summary>Reads the headers of a request.</summary>
internal static partial class HeadersReader
{
    public static Dictionary<string, string> Read(NodeReader reader)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in reader.Entries("headers with their values"))
        {
            var text = value.Template(PlaceholderScope.Header);
            value.Check(Name().IsMatch(key.Text), $"{NodeText.Quote(key.Text)} cannot be the name of a header");
            value.Check(
                !Handshake().IsMatch(key.Text),
                $"{NodeText.Quote(key.Text)} belongs to the handshake itself",
                "Leave it out; for a token there is token: { subprotocol: … }"
            );
            value.Check(!text.Any(char.IsControl), "cannot be the value of a header: it has control characters");
            value.Check(headers.TryAdd(key.Text, text), "is given twice", "Remove one");
        }
        return headers;
    }

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+.^_`|~-]+\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(Connection|Upgrade|Content-Length|Transfer-Encoding|Sec-WebSocket-.*)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Handshake();
}
