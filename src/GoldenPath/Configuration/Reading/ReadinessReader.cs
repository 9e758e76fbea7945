namespace GoldenPath.Configuration.Reading;

/// <summary>Reads when a service counts as ready.</summary>
internal static class ReadinessReader
{
    public static IReadOnlyList<string> Keys { get; } = ["tcp", "http", .. TrustReader.Keys, "websocket", "log", "healthy", "timeout"];

    public static ReadinessDefinition Read(NodeReader reader, string service)
    {
        var scope = PlaceholderScope.Address.Within(service);
        var map = reader.Map(Keys);
        var http = map.Find("http")?.PathOrUrl(scope);
        return new ReadinessDefinition
        {
            Tcp = map.Find("tcp")?.Boolean() ?? false,
            Http = http,
            Trust = TrustReader.Read(map, "https", http?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ?? false),
            WebSocket = map.Find("websocket")?.UrlPath(scope),
            Log = map.Find("log")?.Pattern(scope),
            Healthy = map.Find("healthy")?.Boolean() ?? false,
            Timeout = map.Find("timeout")?.Duration() ?? new ReadinessDefinition().Timeout,
        };
    }
}
