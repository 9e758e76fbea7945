namespace GoldenPath.Configuration.Reading;

/// <summary>Reads where type and payload are in messages of an own form, and how they are packed into frames.</summary>
internal static class EnvelopeReader
{
    public static IReadOnlyList<string> Keys { get; } = ["type", "payload", "names", "several", "binary"];

    /// <summary>The events that an own name may stand for.</summary>
    public static IReadOnlyList<string> Events { get; } = [.. ExpectReader.Events, "agent_error"];

    public static EnvelopeDefinition Read(NodeReader reader)
    {
        var map = reader.Map(Keys);
        var names = map.Find("names")?.Entries("own names, each with its event") ?? [];
        var definition = new EnvelopeDefinition(
            map.Find("type")?.JsonPath(),
            map.Find("payload")?.JsonPath(),
            names.ToDictionary(name => name.Key.Text, name => name.Value.OneOf(Events))
        )
        {
            Several = map.Find("several")?.Boolean() ?? false,
            Binary = map.Find("binary")?.Boolean() ?? false,
        };
        reader.Check(!map.IsMap || Keys.Any(map.Has), "says nothing", "Say where a message has its type: type: \"$.event.kind\"");
        if (map.Has("payload") && !map.Has("type"))
            map.Find("payload")!.Problem("is only looked for where 'type' says where the type is", "Add type: \"$.event.kind\"");
        return definition;
    }
}
