using System.Net;
using System.Net.Sockets;

namespace GoldenPath.Readiness;

/// <summary>The addresses that a host name stands for on this machine.</summary>
internal static class TargetAddresses
{
    /// <summary>Resolves a name; a literal address is itself. Empty where nobody knows the name.</summary>
    public static async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            var addresses = IPAddress.TryParse(host, out var literal)
                ? [literal]
                : await Dns.GetHostAddressesAsync(host, cancellationToken);
            return [.. addresses.Distinct()];
        }
        catch (SocketException)
        {
            return [];
        }
    }
}
