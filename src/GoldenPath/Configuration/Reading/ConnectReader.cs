using System.Collections.Frozen;

namespace GoldenPath.Configuration.Reading;

/// <summary>Reads where and how to connect.</summary>
internal static class ConnectReader
{
    public static IReadOnlyList<string> Keys { get; } = ["url", "token", "headers", .. TrustReader.Keys];

    /// <summary>Reads it; without <c>token</c>, what a login gives goes back the way it came: a cookie as a cookie, what a JSON answer holds as a
    /// subprotocol. Where a header holds it already, it goes nowhere else.</summary>
    /// <param name="reader">The value.</param>
    /// <param name="logins">The logins of the scenario.</param>
    /// <param name="isTokenKnown">Whether what carries the token could be read: otherwise nothing follows from it.</param>
    public static ConnectDefinition Read(NodeReader reader, IReadOnlyList<LoginDefinition> logins, out bool isTokenKnown)
    {
        var problems = reader.Session.Problems;
        var map = reader.Map(Keys);
        var url = map.Require("url", "Add url: \"ws://localhost:{port}/ws\"")?.Url("ws", "wss") ?? "";
        IReadOnlyDictionary<string, string> headers = map.Find("headers") is { } declared
            ? HeadersReader.Read(declared)
            : FrozenDictionary<string, string>.Empty;
        var definition = new ConnectDefinition(url, TokenCarrier.None)
        {
            Headers = headers,
            Trust = TrustReader.Read(map, "wss", url.Length == 0 ? null : url.StartsWith("wss:", StringComparison.OrdinalIgnoreCase)),
        };
        var before = problems.Count;
        definition =
            map.Find("token") is { } token ? Checked(token, definition with { Token = CarrierReader.Read(token) })
            : logins.Count == 0 || definition.CarriesLogin ? definition
            : definition with { Token = TokenSource.TryParse(logins[0].Token)?.Carrier ?? TokenCarrier.Subprotocol };
        isTokenKnown = problems.Count == before;
        return definition;
    }

    private static ConnectDefinition Checked(NodeReader token, ConnectDefinition definition)
    {
        var header = definition.Token.Kind == TokenCarrierKind.Header ? definition.Token.Text.Split(':')[0].Trim() : null;
        token.Check(
            header is null || header.Equals("Cookie", StringComparison.OrdinalIgnoreCase) || !definition.Headers.ContainsKey(header),
            $"the header {header} is also among 'headers'",
            "Say it once"
        );
        return definition;
    }
}
