namespace GoldenPath.Configuration.Reading;

/// <summary>Checks what services say about each other.</summary>
internal static class ServiceChecks
{
    public static void Check(IReadOnlyList<(ServiceDefinition Service, NodeReader Reader)> services)
    {
        CheckNames(services);
        CheckPorts(services);
        CheckNeeds(services);
        CheckCycles(services);
    }

    private static void CheckNames(IEnumerable<(ServiceDefinition Service, NodeReader Reader)> services)
    {
        foreach (var alike in services.GroupBy(service => ServiceVariables.Prefix(service.Service.Name)).Where(group => group.Count() > 1))
        {
            var first = alike.First().Service;
            foreach (var (service, reader) in alike.Skip(1))
                reader.Problem($"'{service.Name}' and '{first.Name}' would share the variables {alike.Key}_…", "Rename one of them");
        }
    }

    private static void CheckPorts(IEnumerable<(ServiceDefinition Service, NodeReader Reader)> services)
    {
        foreach (
            var alike in services
                .Where(service => service.Service.Port > 0)
                .GroupBy(service => service.Service.Port)
                .Where(group => group.Count() > 1)
        )
        {
            var first = alike.First().Service;
            foreach (var (_, reader) in alike.Skip(1))
                Port(reader)
                    .Problem(
                        $"port {alike.Key} is also that of '{first.Name}' on line {first.Line}",
                        "Give each its own, or 0 for a free one"
                    );
        }
    }

    private static void CheckNeeds(IReadOnlyList<(ServiceDefinition Service, NodeReader Reader)> services)
    {
        var names = services.Select(service => service.Service.Name).ToList();
        foreach (var (_, reader) in services)
        {
            var seen = new HashSet<string>();
            foreach (var need in Needs(reader))
            {
                var name = need.Text();
                need.Check(names.Contains(name), $"{need.Quoted} is no service", () => Suggestion.For(name, names));
                need.Check(seen.Add(name), $"{need.Quoted} is given twice", "Remove one");
            }
        }
    }

    private static void CheckCycles(IReadOnlyList<(ServiceDefinition Service, NodeReader Reader)> services)
    {
        var needs = services
            .SelectMany(service => Needs(service.Reader).Select(need => (Of: service.Service.Name, Need: need, Name: need.Text())))
            .ToList();
        foreach (var cycle in new NeedCycle(needs.ToLookup(need => need.Of, need => need.Name)).Find())
            needs
                .First(need => need.Of == cycle[^2] && need.Name == cycle[^1])
                .Need.Problem($"needs itself: {string.Join(" -> ", cycle)}", "Break the circle");
    }

    private static NodeReader Port(NodeReader service) => ((MapNode)service.Node).Find("port") is { } port ? service.Child(port) : service;

    private static IEnumerable<NodeReader> Needs(NodeReader service) =>
        (service.Node as MapNode)?.Find("needs") is { Value: ListNode } needs ? service.Child(needs).Items("services") : [];
}
