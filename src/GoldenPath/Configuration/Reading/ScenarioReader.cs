namespace GoldenPath.Configuration.Reading;

/// <summary>Reads a scenario.</summary>
internal static class ScenarioReader
{
    /// <summary>More than this many users are a load test, not a smoke test.</summary>
    public const int MostUsers = 10_000;

    public static IReadOnlyList<string> Keys { get; } =
    ["severity", "login", "connect", "ready", "send", "expect", "envelope", "reconnect", "deny-bad-token", "users"];

    public static IReadOnlyList<string> Severities { get; } = ["P0", "P1", "P2", "P3"];

    public static ScenarioDefinition Read(string name, NodeReader reader)
    {
        var map = reader.Map(Keys);
        var logins = map.Find("login") is { } login ? LoginReader.Read(login) : [];
        var connect = map.Require("connect", "Add connect: { url: \"ws://localhost:{port}/ws\" }");
        var isTokenKnown = true;
        var scenario = new ScenarioDefinition
        {
            Name = name,
            Severity = map.Find("severity")?.OneOf(Severities) ?? "P0",
            Logins = logins,
            Connect = connect is null
                ? new ConnectDefinition("", TokenCarrier.None)
                : ConnectReader.Read(connect, logins, out isTokenKnown),
            Ready = map.Find("ready")?.Word(),
            Send = map.Find("send") is { } send ? Message(send) : null,
            Expect = map.Find("expect") is { } expect ? ExpectReader.Read(expect) : new ExpectDefinition(),
            Envelope = map.Find("envelope") is { } envelope ? EnvelopeReader.Read(envelope) : null,
            Reconnect = map.Find("reconnect") is { } reconnect ? ReconnectReader.Read(reconnect) : null,
            DenyBadToken = map.Find("deny-bad-token")?.Boolean() ?? false,
            Users = map.Find("users")?.Integer(1, MostUsers) ?? 1,
            Line = reader.Line,
        };
        if (isTokenKnown)
            CheckTokens(scenario, map);
        return scenario;
    }

    /// <summary>A message to send: any JSON but nothing.</summary>
    public static System.Text.Json.Nodes.JsonNode? Message(NodeReader reader)
    {
        reader.Check(reader.Node is not ScalarNode { IsNull: true }, "has no message", "Write the JSON to send, or leave the key out");
        return reader.Json(PlaceholderScope.Message);
    }

    private static void CheckTokens(ScenarioDefinition scenario, MapReader map)
    {
        var (connect, where) = (scenario.Connect, map.Find("connect"));
        if (connect.CarriesLogin && !map.Has("login"))
            where?.Problem("carries {token}, but nothing logs in to get one", "Add login:, or token: none, or spell out a fixed token");
        if (!connect.CarriesLogin && map.Has("login") && connect.Token.Kind is not TokenCarrierKind.None)
            where?.Problem("carries another token than the login's", "Write {token} where it goes, or remove login:");
        if (scenario.DenyBadToken && !connect.CarriesToken && where is not null)
            map.Find("deny-bad-token")!.Problem("no token is carried that could be bad", "Say how: connect: { token: subprotocol }");
        if (scenario.DenyBadToken && connect.Token.Kind is TokenCarrierKind.Message && !connect.CarriesLogin)
            map.Find("deny-bad-token")!
                .Problem("nothing tells which part of the first message is the token", "Add login: and write {token} into the message");
    }

    private static string Word(this NodeReader reader)
    {
        var word = reader.Text();
        reader.Check(!string.IsNullOrWhiteSpace(word), "names no event");
        return word;
    }
}
