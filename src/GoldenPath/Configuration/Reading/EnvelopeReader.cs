namespace GoldenPath.Configuration.Reading;

/// <summary>Reads where type and payload are in messages of an own form.</summary>
internal static class EnvelopeReader
{
    public static IReadOnlyList<string> Keys { get; } = ["type", "payload", "names"];

    /// <summary>The events that an own name may stand for.</summary>
    public static IReadOnlyList<string> Events { get; } = [.. ExpectReader.Events, "agent_error"];

    public static EnvelopeDefinition Read(NodeReader reader)
    {
        var map = reader.Map(Keys);
        var names = map.Find("names")?.Entries("own names, each with its event") ?? [];
        return new EnvelopeDefinition(
            map.Require("type", "Say where a message has its type: type: \"$.event.kind\"")?.JsonPath() ?? "$",
            map.Find("payload")?.JsonPath(),
            names.ToDictionary(name => name.Key.Text, name => name.Value.OneOf(Events)));
    }
}
