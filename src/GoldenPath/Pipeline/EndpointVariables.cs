using System.Globalization;
using GoldenPath.Configuration;
using GoldenPath.Services;

namespace GoldenPath.Pipeline;

/// <summary>The environment variables by which a test command finds the services.</summary>
internal static class EndpointVariables
{
    /// <summary><c>GOLDENPATH_PORT</c>, <c>GOLDENPATH_HTTP_URL</c> (no path) and <c>GOLDENPATH_WS_URL</c> (the scenario's full URL) of the primary service, and
    /// the same for each service with its name in between.</summary>
    public static IEnumerable<(string Name, string Value)> Of(PipelineDefinition definition, PlaceholderValues values)
    {
        foreach (var service in definition.Services.Where(service => values.Ports.ContainsKey(service.Name)))
        {
            var variables = Of(definition, service, values.Ports[service.Name]).ToList();
            foreach (var (name, value) in variables)
            {
                yield return ($"{ServiceVariables.Prefix(service.Name)}_{name}", value);
                if (service == definition.Primary)
                {
                    yield return ($"GOLDENPATH_{name}", value);
                }
            }
        }
    }

    private static IEnumerable<(string Name, string Value)> Of(PipelineDefinition definition, ServiceDefinition service, int port)
    {
        var endpoint = ScenarioEndpoint.Of(definition, service);
        var secure = ScenarioEndpoint.IsSecure(definition, service) ? "s" : "";
        var authority = string.Create(
            CultureInfo.InvariantCulture,
            $"{(endpoint is null ? "localhost" : Bracketed(endpoint.Host))}:{port}"
        );
        yield return ("PORT", port.ToString(CultureInfo.InvariantCulture));
        yield return ("HTTP_URL", $"http{secure}://{authority}");
        yield return ("WS_URL", $"ws{secure}://{authority}{endpoint?.Path ?? service.Ready.WebSocket ?? "/"}");
    }

    private static string Bracketed(string host) => host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
}
