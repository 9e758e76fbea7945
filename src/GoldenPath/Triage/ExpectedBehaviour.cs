using System.Globalization;
using GoldenPath.Configuration;

namespace GoldenPath.Triage;

/// <summary>Puts into words what a definition expects.</summary>
internal static class ExpectedBehaviour
{
    public static IReadOnlyList<string> Of(
        PipelineDefinition definition,
        ScenarioDefinition? scenario,
        Func<ServiceDefinition?, int?> portOf
    )
    {
        var lines = definition
            .Services.Select(service => $"{service.Name} is ready{At(portOf(service))} within {Seconds(service.Ready.Timeout)}")
            .ToList();
        if (scenario is null)
        {
            return lines;
        }
        if (scenario.Logins.Count > 0)
        {
            lines.Add($"a login at {Filled(scenario.Logins[0].Post, definition, portOf)} gives a token");
        }
        lines.Add($"{Filled(scenario.Connect.Url, definition, portOf)} accepts the connection");
        lines.Add(
            scenario.Expect.ToolsRequired
                ? "the agent starts, thinks, uses a tool and answers, as events in this order"
                : "the agent starts, thinks and answers, as events in this order"
        );
        if (scenario.DenyBadToken)
        {
            lines.Add("a bad token is refused");
        }
        if (scenario.Users > 1)
        {
            lines.Add($"{scenario.Users} users side by side never see each other's events");
        }
        return lines;
    }

    private static string At(int? port) => port is { } number ? string.Create(CultureInfo.InvariantCulture, $" on port {number}") : "";

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");

    private static string Filled(string url, PipelineDefinition definition, Func<ServiceDefinition?, int?> portOf)
    {
        foreach (var service in definition.Services)
        {
            url = url.Replace($"{{port:{service.Name}}}", Number(portOf(service)), StringComparison.Ordinal);
        }
        return url.Replace("{port}", Number(portOf(definition.Primary)), StringComparison.Ordinal);
    }

    private static string Number(int? port) => port?.ToString(CultureInfo.InvariantCulture) ?? "PORT";
}
