using YamlDotNet.RepresentationModel;

namespace GoldenPath.Adopting;

/// <summary>Finds a Compose stack: one that runs the repository's own code, or one with what that code needs.</summary>
internal sealed class ComposeFinder
{
    private static readonly string[] _names = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];

    private string? _stack;

    private ComposeFinder() { }

    /// <summary>Whether the stack builds and runs what is in this repository.</summary>
    public bool RunsOwnCode { get; private init; }

    /// <summary>Looks for it; the highest file counts.</summary>
    public static ComposeFinder Find(Survey survey)
    {
        foreach (var file in survey.Tree.Named(_names))
        {
            if (Yaml.Read(survey.Tree.Read(file)).Get("services") is YamlMappingNode { Children.Count: > 0 } services)
            {
                return Declare(survey, file, Services(services));
            }
        }

        return new();
    }

    /// <summary>Lets the other services start when the stack is ready.</summary>
    public void LetOthersWait(Survey survey)
    {
        for (var i = 0; _stack is not null && i < survey.Services.Count; i++)
        {
            if (survey.Services[i].Name != _stack)
            {
                survey.Services[i] = survey.Services[i] with { Needs = [_stack] };
            }
        }
    }

    private static ComposeFinder Declare(Survey survey, string file, List<(string Name, YamlMappingNode? Map)> services)
    {
        var own = services.Where(service => service.Map.Get("build") is not null).ToList();
        var (main, port) = (own.Count > 0 ? own : services)
            .Select(service => (service, Port: PublishedPort.Of(service.Map)))
            .OrderBy(pair => pair.Port is null)
            .First();
        var clues = new SourceClues(survey.Tree, own.Count > 0 ? ContextOf(file, main.Map) : "-");
        var name = survey.FreeName(main.Name);
        survey.Services.Add(
            new ServiceDraft
            {
                Name = name,
                Host = Host(file, port),
                Port = port?.Number,
                PortPlace = $"{file}: {main.Name}",
                Health = clues.Health,
                WebSocket = clues.WebSocket,
                AgentEvents = clues.AgentEvents,
                HasHealthCheck = main.Map.Get("healthcheck") is not null,
            }
        );
        if (port is null)
        {
            survey.Missing.Add(
                $"{file} publishes no port of '{main.Name}': publish one, or declare ready: {{ healthy: true }} or a log line."
            );
        }

        return new() { RunsOwnCode = own.Count > 0, _stack = name };
    }

    private static List<DraftLine> Host(string file, PublishedPort? port)
    {
        List<DraftLine> lines = [new("compose:"), new($"  file: {Yaml.Scalar(file)}", "the whole stack, under a name of the run")];
        if (port?.Variable is { } variable)
        {
            lines.Add(new($"  environment: {Yaml.Map(new Dictionary<string, string> { [variable] = "{port}" })}", $"{file} reads it"));
        }

        return lines;
    }

    private static List<(string Name, YamlMappingNode? Map)> Services(YamlMappingNode services) =>
        [.. services.Children.Select(pair => (pair.Key.ToString(), pair.Value as YamlMappingNode))];

    private static string ContextOf(string file, YamlMappingNode? service)
    {
        var build = service.Get("build");
        var context = build is YamlMappingNode map ? map.Get("context")?.ToString() : build?.ToString();
        var folder = Path.GetRelativePath("/", Path.Combine("/", SourceTree.FolderOf(file), context ?? ".")).Replace('\\', '/');
        return folder.Length == 0 ? "." : folder;
    }
}
