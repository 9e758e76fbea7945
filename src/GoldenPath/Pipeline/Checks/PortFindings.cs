using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GoldenPath.Configuration;
using GoldenPath.Readiness;
using GoldenPath.Services;

namespace GoldenPath.Pipeline.Checks;

/// <summary>Looks at the ports that this run would take, with what the command asks for: who holds them, and whether this user may have them.</summary>
/// <param name="definition">What is declared.</param>
/// <param name="asked">The primary service's port instead of the declared one; 0 for a free one.</param>
internal sealed class PortFindings(PipelineDefinition definition, int? asked)
{
    private const string Name = "port";
    private const int FirstForEverybody = 1024;

    /// <summary>The port that a service would have; 0 for a free one, <c>null</c> where it has none.</summary>
    public int? Of(ServiceDefinition service) =>
        service == definition.Primary && service.Port is not null ? asked ?? service.Port : service.Port;

    /// <summary>Looks at those of one service that a run starts.</summary>
    public IEnumerable<Finding> Examine(ServiceDefinition service)
    {
        var host = ScenarioEndpoint.Of(definition, service)?.Host ?? "localhost";
        var ports = new[] { Of(service) ?? 0 }.Concat(Published(service)).Where(port => port > 0).Distinct().ToList();
        return ports.Count == 0 && service.Port is not null
            ? [Finding.Ok(Name, $"{service.Name}: takes a free port")]
            : ports.Select(port => Examine(service, port, host));
    }

    private static Finding Examine(ServiceDefinition service, int port, string host) =>
        new PortCheck().Find(service.Name, port, host) is { } taken ? Finding.Problem(Name, taken)
        : port < FirstForEverybody && service.Host is ProcessHostDefinition && IsForbidden(port)
            ? Finding.Warning(
                Name,
                string.Create(CultureInfo.InvariantCulture, $"{service.Name}: this user may not listen on port {port}."),
                Remedy.Run("Take a port above 1023", "SmokeTest --port 8080")
            )
        : Finding.Ok(Name, string.Create(CultureInfo.InvariantCulture, $"{service.Name}: port {port} is free"));

    // What follows --port is no longer the declared one.
    private IEnumerable<int> Published(ServiceDefinition service) =>
        service.Host is ContainerHostDefinition container
            ? container
                .Ports.Select(PortMapping.TryParse)
                .OfType<PortMapping>()
                .Where(mapping => mapping.Protocol == "tcp")
                .Select(mapping => mapping.HostPort == service.Port ? Of(service) ?? 0 : mapping.HostPort)
            : [];

    private static bool IsForbidden(int port)
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return false;
        }
        catch (SocketException refused)
        {
            return refused.SocketErrorCode == SocketError.AccessDenied;
        }
    }
}
