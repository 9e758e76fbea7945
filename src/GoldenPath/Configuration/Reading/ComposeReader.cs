namespace GoldenPath.Configuration.Reading;

/// <summary>Reads a project of Docker Compose.</summary>
internal static class ComposeReader
{
    public static IReadOnlyList<string> Keys { get; } = ["file", "services", "profiles", "env-file", "environment", "stop"];

    public static IReadOnlyList<string> StopKeys { get; } = ["grace"];

    public static ComposeHostDefinition Read(NodeReader reader, string service)
    {
        var map = reader.Map(Keys);
        return new ComposeHostDefinition
        {
            Files = map.Require("file", "Add file: docker-compose.yml")?.Files() ?? [],
            Services = map.Find("services")?.Names() ?? [],
            Profiles = map.Find("profiles")?.Names() ?? [],
            EnvironmentFiles = map.Find("env-file")?.Files() ?? [],
            Environment =
                map.Find("environment")?.Environment(PlaceholderScope.Command.Within(service)) ?? new Dictionary<string, string>(),
            Stop = map.Find("stop") is { } stop ? ReadStop(stop) : new StopDefinition(),
        };
    }

    private static StopDefinition ReadStop(NodeReader reader) =>
        new()
        {
            Grace = reader.Map(StopKeys).Find("grace")?.Duration(TimeSpan.Zero, HostReader.LongestGrace) ?? new StopDefinition().Grace,
        };

    /// <summary>One file or several, as full paths.</summary>
    private static IReadOnlyList<string> Files(this NodeReader reader)
    {
        IReadOnlyList<string> files = reader.Node is ScalarNode ? [reader.File()] : [.. reader.Items("files").Select(item => item.File())];
        reader.Check(files.Count > 0, "names no file");
        return files;
    }

    private static IReadOnlyList<string> Names(this NodeReader reader) =>
        [
            .. reader
                .Items("names")
                .Select(item =>
                {
                    var name = item.Text();
                    // Compose would read anything else as an option.
                    item.Check(name.Length > 0 && char.IsAsciiLetterOrDigit(name[0]), $"{item.Quoted} is no name");
                    return name;
                }),
        ];
}
