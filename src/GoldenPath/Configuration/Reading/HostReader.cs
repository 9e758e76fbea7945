namespace GoldenPath.Configuration.Reading;

/// <summary>Reads what hosts a service.</summary>
internal static class HostReader
{
    private static readonly string[] Kinds = ["process", "container", "compose", "external"];

    public static IReadOnlyList<string> ProcessKeys { get; } = ["command", "directory", "environment", "stop"];

    public static IReadOnlyList<string> StopKeys { get; } = ["signal", "grace"];

    public static IReadOnlyList<string> Signals { get; } = ["SIGTERM", "SIGINT", "SIGQUIT", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGKILL"];

    /// <summary>The whole teardown takes no longer.</summary>
    public static TimeSpan LongestGrace { get; } = TimeSpan.FromSeconds(7);

    public static HostDefinition Read(MapReader service, string name)
    {
        var given = Kinds.Where(service.Has).ToList();
        if (service.IsMap && given.Count != 1)
        {
            service.Self.Problem(
                given.Count == 0
                    ? "nothing says what runs it"
                    : $"{string.Join(" and ", given.Select(kind => $"'{kind}'"))} exclude each other",
                "Give exactly one of process, container, compose, external"
            );
        }
        if (service.Find("external") is { } external)
            external.Check(external.Boolean(), "can only be true", "Leave it out where something else runs the service");
        return service.Find("process") is { } process ? ReadProcess(process, name)
            : service.Find("container") is { } container ? ContainerReader.Read(container, name)
            : service.Find("compose") is { } compose ? ComposeReader.Read(compose, name)
            : new ExternalHostDefinition();
    }

    private static ProcessHostDefinition ReadProcess(NodeReader reader, string service)
    {
        var scope = PlaceholderScope.Command.Within(service);
        var map = reader.Map(ProcessKeys);
        return new ProcessHostDefinition
        {
            Command = map.Require("command", "Add command: [executable, argument]")?.Command(scope) ?? [],
            Directory = map.Find("directory")?.Folder() ?? reader.Session.Directory,
            Environment = map.Find("environment")?.Environment(scope) ?? new Dictionary<string, string>(),
            Stop = map.Find("stop") is { } stop ? ReadStop(stop) : new StopDefinition(),
        };
    }

    internal static StopDefinition ReadStop(NodeReader reader)
    {
        var (map, defaults) = (reader.Map(StopKeys), new StopDefinition());
        return new StopDefinition
        {
            Signal = map.Find("signal")?.OneOf(Signals) ?? defaults.Signal,
            Grace = map.Find("grace")?.Duration(TimeSpan.Zero, LongestGrace) ?? defaults.Grace,
        };
    }
}
