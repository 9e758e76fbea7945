using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace GoldenPath.Configuration;

/// <summary>A published port as Docker writes it: <c>[address:][host:]container[/protocol]</c>.</summary>
/// <param name="Address">The address of this machine that it is published on; empty for all.</param>
/// <param name="HostPort">The port of this machine; 0 where the engine picks one.</param>
/// <param name="ContainerPort">The port inside the container.</param>
/// <param name="Protocol"><c>tcp</c> or <c>udp</c>.</param>
internal sealed partial record PortMapping(string Address, int HostPort, int ContainerPort, string Protocol)
{
    /// <summary>Reads a mapping.</summary>
    /// <returns><c>null</c> where the text is none. Ranges are none.</returns>
    public static PortMapping? TryParse(string text)
    {
        var match = Form().Match(text);
        return
            match.Success
            && Port(match.Groups["container"].Value) is { } container and > 0
            && Port(match.Groups["host"].Value is { Length: > 0 } host ? host : "0") is { } hostPort
            && Address(match.Groups["address"].Value) is { } address
            ? new PortMapping(address, hostPort, container, match.Groups["protocol"].Value is { Length: > 0 } protocol ? protocol : "tcp")
            : null;

        static string Bare(string address) => address.Trim('[', ']');
        static string? Address(string address) => address is "" || IPAddress.TryParse(Bare(address), out _) ? Bare(address) : null;
    }

    private static int? Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort ? port : null;

    [GeneratedRegex(
        @"^(?:(?<address>\[[0-9A-Fa-f:.]+\]|[0-9]+(?:\.[0-9]+){3}):)?(?:(?<host>[0-9]*):)?(?<container>[0-9]+)(?:/(?<protocol>tcp|udp))?$"
    )]
    private static partial Regex Form();
}
