namespace GoldenPath.Configuration.Reading;

/// <summary>Reads how a connection is dropped and taken up again: <c>true</c>, or when and with which message.</summary>
internal static class ReconnectReader
{
    public static IReadOnlyList<string> Keys { get; } = ["after", "send"];

    public static ReconnectDefinition? Read(NodeReader reader)
    {
        if (reader.Node is ScalarNode)
            return reader.Boolean() ? new ReconnectDefinition(null, null) : null;
        var map = reader.Map(Keys);
        return new ReconnectDefinition(
            map.Find("after")?.OneOf(ExpectReader.Events),
            map.Find("send") is { } send ? ScenarioReader.Message(send) : null
        );
    }
}
