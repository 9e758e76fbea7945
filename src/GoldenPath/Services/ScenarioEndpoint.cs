using System.Text.RegularExpressions;
using GoldenPath.Configuration;

namespace GoldenPath.Services;

/// <summary>Where the scenarios meet a service: host, path and scheme of the WebSocket URL that leads to its port.</summary>
/// <param name="Host">The host as the scenario writes it.</param>
/// <param name="Path">The path with its query.</param>
/// <param name="Tls">Whether it is <c>wss</c>.</param>
internal sealed partial record ScenarioEndpoint(string Host, string Path, bool Tls)
{
    /// <summary>Whether the host stands for this machine.</summary>
    public bool IsHere => new UriBuilder("ws", Host).Uri.IsLoopback;

    /// <summary>The first scenario's endpoint on a service; <c>null</c> where no scenario uses it.</summary>
    public static ScenarioEndpoint? Of(PipelineDefinition definition, ServiceDefinition service) =>
        definition
            .Scenarios.Select(scenario => Url().Match(scenario.Connect.Url))
            .Where(url => url.Success && LeadsTo(url.Groups["port"].Value, definition, service))
            .Select(url => new ScenarioEndpoint(
                url.Groups["host"].Value.Trim('[', ']'),
                url.Groups["path"].Value is { Length: > 0 } path ? path : "/",
                url.Groups["tls"].Success
            ))
            .FirstOrDefault();

    /// <summary>Whether a service speaks TLS on its port, as a scenario or its own health endpoint says.</summary>
    public static bool IsSecure(PipelineDefinition definition, ServiceDefinition service) =>
        Of(definition, service)?.Tls == true
        || (
            HttpsUrl().Match(service.Ready.Http ?? "").Groups["port"] is { Success: true, Value: var port }
            && (port == "{port}" || LeadsTo(port, definition, service))
        );

    private static bool LeadsTo(string port, PipelineDefinition definition, ServiceDefinition service) =>
        port switch
        {
            "{port}" => service == definition.Primary,
            _ when port.StartsWith("{port:", StringComparison.Ordinal) => port == $"{{port:{service.Name}}}",
            _ => service.Port is { } own && port == $"{own}",
        };

    [GeneratedRegex(@"^ws(?<tls>s)?://(?<host>\[[^\]]+\]|[^:/]+):(?<port>\{[^}]+\}|\d+)(?<path>/.*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    [GeneratedRegex(@"^https://(\[[^\]]+\]|[^:/]+):(?<port>\{[^}]+\}|\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex HttpsUrl();
}
