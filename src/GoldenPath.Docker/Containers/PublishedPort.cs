using System.Net;

namespace GoldenPath.Docker.Containers;

/// <summary>A TCP port of the engine's machine behind which a container is.</summary>
/// <param name="Address">The address that it is bound to; empty for all.</param>
/// <param name="Port">The port of that machine.</param>
/// <param name="ContainerPort">The port inside the container.</param>
internal sealed record PublishedPort(string Address, int Port, int ContainerPort)
{
    private static readonly IPAddress[] Reached = [IPAddress.Any, IPAddress.IPv6Any, IPAddress.Loopback, IPAddress.IPv6Loopback];

    /// <summary>Whether a connection to <c>localhost</c> reaches it, or to the engine's machine where that is another one.</summary>
    /// <param name="host">The name of that machine; <c>null</c> for this one.</param>
    public bool IsReachedAt(string? host) =>
        Address.Length == 0
        || (IPAddress.TryParse(Address, out var address) && (host is null ? Reached.Contains(address) : !IPAddress.IsLoopback(address)));

    /// <summary>As <c>docker ps</c> writes it.</summary>
    public override string ToString() =>
        $"{(Address.Contains(':', StringComparison.Ordinal) ? $"[{Address}]" : Address is "" ? "0.0.0.0" : Address)}:{Port}->{ContainerPort}/tcp";
}
