using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Configuration.Reading;

/// <summary>Reads a container of its own.</summary>
internal static partial class ContainerReader
{
    public static IReadOnlyList<string> Keys { get; } = ["image", "build", "ports", "environment", "volumes", "command", "memory", "stop"];

    public static IReadOnlyList<string> BuildKeys { get; } = ["context", "dockerfile", "target", "arguments"];

    public static ContainerHostDefinition Read(NodeReader reader, string service)
    {
        var scope = PlaceholderScope.Address.Within(service);
        var map = reader.Map(Keys);
        if (map.IsMap && !map.Has("image") && !map.Has("build"))
        {
            reader.Problem("names no image", "Add image: NAME, or build: FOLDER");
        }
        return new ContainerHostDefinition
        {
            Image = map.Find("image")?.Template(scope),
            Build = map.Find("build") is { } build ? ReadBuild(build) : null,
            Ports = map.Find("ports")?.Ports(scope) ?? [],
            Environment = map.Find("environment")?.Environment(scope) ?? new Dictionary<string, string>(),
            Volumes = map.Find("volumes")?.Volumes(scope) ?? [],
            Command = map.Find("command")?.Command(scope) ?? [],
            Memory = map.Find("memory")?.Bytes(),
            Directory = reader.Session.Directory,
            Stop = map.Find("stop") is { } stop ? HostReader.ReadStop(stop) : new StopDefinition(),
        };
    }

    private static ImageBuildDefinition ReadBuild(NodeReader reader)
    {
        if (reader.Node is ScalarNode)
        {
            return Checked(reader, new ImageBuildDefinition { Context = reader.Folder() });
        }
        var map = reader.Map(BuildKeys);
        return Checked(
            reader,
            new ImageBuildDefinition
            {
                Context = map.Find("context")?.Folder() ?? reader.Session.Directory,
                Dockerfile = map.Find("dockerfile")?.Text() ?? "Dockerfile",
                Target = map.Find("target")?.Text(),
                Arguments = map.Find("arguments")?.Environment(PlaceholderScope.Address) ?? new Dictionary<string, string>(),
            }
        );
    }

    private static ImageBuildDefinition Checked(NodeReader reader, ImageBuildDefinition build)
    {
        var full = Path.GetFullPath(build.Dockerfile, build.Context);
        reader.Check(File.Exists(full), $"Dockerfile '{build.Dockerfile}' does not exist in the context", $"Looked for {full}");
        reader.Check(
            !Path.GetRelativePath(build.Context, full).StartsWith("..", StringComparison.Ordinal),
            $"Dockerfile '{build.Dockerfile}' lies outside the context",
            "Make the context a folder above it"
        );
        return build;
    }

    private static IReadOnlyList<string> Ports(this NodeReader reader, PlaceholderScope scope) =>
        reader.Mappings(
            scope,
            "ports",
            text => PortMapping.TryParse(text) is not null,
            "is not a published port",
            "Write \"HOST:CONTAINER\", such as \"8002:8000\"; ranges are not known"
        );

    private static IReadOnlyList<string> Volumes(this NodeReader reader, PlaceholderScope scope) =>
        reader.Mappings(
            scope,
            "volumes",
            text => VolumeMapping.TryParse(text) is not null,
            "is not a volume",
            "Write \"SOURCE:/TARGET\", or \"SOURCE:/TARGET:ro\""
        );

    private static IReadOnlyList<string> Mappings(
        this NodeReader reader,
        PlaceholderScope scope,
        string what,
        Func<string, bool> isOne,
        string problem,
        string fix
    ) =>
        [
            .. reader
                .Items(what, fix)
                .Select(item =>
                {
                    var text = item.Template(scope);
                    item.Check(isOne(Placeholders.Sample(text)), $"{item.Quoted} {problem}", fix);
                    return text;
                }),
        ];

    private static long Bytes(this NodeReader reader)
    {
        var match = Size().Match(reader.Text());
        var bytes = match.Success
            ? long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
                << (10 * "bkmg".IndexOf(match.Groups[2].Value, StringComparison.Ordinal))
            : 0;
        reader.Check(
            bytes >= SmallestMemory,
            $"{reader.Quoted} is not an amount of memory of at least 6m",
            "Write a number with a unit: 256m or 2g"
        );
        return bytes;
    }

    /// <summary>Engines refuse less.</summary>
    private const long SmallestMemory = 6 << 20;

    [GeneratedRegex("^([0-9]{1,9})([bkmg])$")]
    private static partial Regex Size();
}
