using System.Text.RegularExpressions;

namespace GoldenPath.Configuration.Reading;

/// <summary>Reads a service.</summary>
internal static partial class ServiceReader
{
    public static IReadOnlyList<string> Keys { get; } = ["process", "container", "compose", "external", "stdin", "port", "needs", "ready"];

    public static IReadOnlyList<string> Inputs { get; } = ["open", "closed"];

    public static ServiceDefinition Read(string name, NodeReader reader)
    {
        if (!Name().IsMatch(name))
            reader.Problem(
                $"{NodeText.Quote(name)} cannot be the name of a service",
                "It names files and variables: a letter, then letters, digits, - and _, at most 40"
            );
        var map = reader.Map(Keys);
        var service = new ServiceDefinition
        {
            Name = name,
            Host = HostReader.Read(map, name),
            OpenInput = map.Find("stdin")?.OneOf(Inputs) != "closed",
            Port = map.Find("port")?.Integer(0, 65535),
            Needs = [.. map.Find("needs")?.Items("services").Select(item => item.Text()) ?? []],
            Ready = map.Find("ready") is { } ready ? ReadinessReader.Read(ready, name) : new ReadinessDefinition(),
            Line = reader.Line,
        };
        if (map.IsMap)
            CheckEndpoint(service, map);
        return service;
    }

    private static void CheckEndpoint(ServiceDefinition service, MapReader map)
    {
        var (ready, isExternal) = (service.Ready, service.Host is ExternalHostDefinition);
        if (isExternal && service.Port is null or 0)
            map.Self.Problem("somebody else's service needs the port that it is found on", "Add port: N");
        else if (service.Port is null && (ready.Tcp || ready.Http is not null || ready.WebSocket is not null))
            map.Self.Problem("has no port that its probes could ask", "Add port: N, or port: 0 for a free one");
        else if (service.Port is null && !ready.IsDeclared && !map.Has("container") && !map.Has("compose"))
            map.Self.Problem("nothing would tell when it is ready", "Add port: N, or ready: { log: \"pattern\" }");
        if (service.Host is ExternalHostDefinition or ComposeHostDefinition)
            map.Find("stdin")
                ?.Problem("is not this file's to say", $"Remove it{(isExternal ? "" : "; the Compose file has stdin_open for it")}");
        if (isExternal && ready.Log is not null)
            map.Self.Problem("somebody else's service writes no log that could be read", "Remove ready.log");
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]{0,39}\z")]
    private static partial Regex Name();
}
