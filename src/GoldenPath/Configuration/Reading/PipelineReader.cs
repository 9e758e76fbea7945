namespace GoldenPath.Configuration.Reading;

/// <summary>Reads the root of the file.</summary>
internal static class PipelineReader
{
    public static IReadOnlyList<string> Keys { get; } = ["name", "services", "scenarios", "smoke", "issues"];

    /// <summary>More services than this are no pipeline of one machine.</summary>
    public const int MostServices = 100;

    public static PipelineDefinition Read(NodeReader root, string file)
    {
        var map = root.Map(Keys);
        var services = ReadServices(map);
        var scenarios = ReadScenarios(map);
        return new PipelineDefinition
        {
            File = file,
            Name = map.Find("name") is { } name ? name.CheckedName(name.Text()) : Path.GetFileName(root.Session.Directory),
            Services = services,
            Scenarios = scenarios,
            Smoke = SmokeReader.Read(map, scenarios),
            Issues = map.Find("issues") is { } issues ? IssuesReader.Read(issues) : new IssueSettings(),
        };
    }

    private static List<ServiceDefinition> ReadServices(MapReader map)
    {
        var services = new List<(ServiceDefinition Service, NodeReader Reader)>();
        var reader = map.Require("services", "Declare what must be up; what somebody else starts is `external: true`");
        foreach (var (key, value) in reader?.Entries("services by name") ?? [])
            services.Add((ServiceReader.Read(key.Text, value), value));
        if (reader?.Node is MapNode && services.Count is 0 or > MostServices)
            reader!.Problem(services.Count == 0 ? "declares no service" : $"declares {services.Count} services; at most {MostServices}");
        else
            ServiceChecks.Check(services);
        return [.. services.Select(service => service.Service)];
    }

    private static List<ScenarioDefinition> ReadScenarios(MapReader map)
    {
        var entries = map.Find("scenarios")?.Entries("scenarios by name") ?? [];
        return [.. entries.Select(entry => ScenarioReader.Read(entry.Value.CheckedName(entry.Key.Text), entry.Value))];
    }
}
