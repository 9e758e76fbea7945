using GoldenPath.Configuration;

namespace GoldenPath.Triage;

/// <summary>Decides whether the users of a WebSocket feel an incident.</summary>
internal static class WebSocketConcern
{
    private static readonly string[] Always = ["ws", "events", "connection"];
    private static readonly string[] ThroughService = ["port", "http", "service", "process"];

    public static bool Of(Cause cause, ServiceDefinition? service, PipelineDefinition definition) =>
        Shows(cause)
        || (service is not null && cause.IsOf(ThroughService) && definition.Scenarios.Any(scenario => Uses(scenario, service, definition)));

    /// <summary>Whether the cause shows on the wire, so that the frames are worth reading.</summary>
    public static bool IsOfConnection(Cause cause) => Shows(cause) || cause == Causes.AgentError;

    /// <summary>Whether a scenario connects to a service, by placeholder or by its port.</summary>
    private static bool Uses(ScenarioDefinition scenario, ServiceDefinition service, PipelineDefinition definition)
    {
        var url = scenario.Connect.Url;
        return url.Contains($"{{port:{service.Name}}}", StringComparison.Ordinal)
            || (url.Contains("{port}", StringComparison.Ordinal) && definition.Primary?.Name == service.Name)
            || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Port == service.Port);
    }

    private static bool Shows(Cause cause) => cause.IsOf(Always) || cause.Name is Causes.TokenRejected or Causes.TokenNotChecked;
}
