using System.Reflection;

namespace GoldenPath.Tests.Configuration.Reading;

/// <summary>A broken file and what must be said about it: <c>## name</c>, the file, <c>=&gt; </c> before each expected line.
/// Names that end so are of files whose shape is right: an editor's schema cannot refuse them.</summary>
internal sealed record BrokenConfiguration(string Topic, string Name, string Yaml, string Problems)
{
    private const string Expected = "=> ";

    public bool IsBeyondSchema => Name.EndsWith(" (beyond the schema)", StringComparison.Ordinal);

    public static IReadOnlyList<BrokenConfiguration> All { get; } =
    [
        .. Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(name => name.EndsWith(".cases", StringComparison.Ordinal))
            .SelectMany(ReadTopic),
    ];

    private static IEnumerable<BrokenConfiguration> ReadTopic(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        var topic = resource.Split('.')[^2];
        return $"\n{reader.ReadToEnd()}".Split("\n## ", StringSplitOptions.RemoveEmptyEntries).Select(text => Read(topic, text));
    }

    private static BrokenConfiguration Read(string topic, string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var yaml = lines.Skip(1).TakeWhile(line => !line.StartsWith(Expected, StringComparison.Ordinal)).ToList();
        var problems = lines.Skip(1 + yaml.Count).Select(line => line[Expected.Length..]);
        return new BrokenConfiguration(topic, lines[0], string.Join('\n', yaml), string.Join('\n', problems));
    }
}
