using System.Net;

namespace GoldenPath.Readiness;

/// <summary>A socket that listens on a TCP port.</summary>
internal sealed record PortListener
{
    /// <summary>Where it listens: a wildcard (<c>0.0.0.0</c>, <c>::</c>), a loopback or a specific address, and the port.</summary>
    public required IPEndPoint EndPoint { get; init; }

    /// <summary>The processes that hold it; empty where the system does not show them (another user's, or in another container).</summary>
    public IReadOnlyList<int> Pids { get; init; } = [];

    /// <summary>Whether a <c>::</c> takes no IPv4 connections; <c>null</c> where the system does not tell, and then it is taken to do so.</summary>
    public bool? IsIPv6Only { get; init; }

    /// <summary>The user that opened it; <c>null</c> where the system does not tell.</summary>
    public uint? UserId { get; init; }

    /// <summary>The kernel's number of the socket; <c>null</c> outside Linux.</summary>
    public ulong? Inode { get; init; }

    /// <summary>How exactly it fits a connection to an address: 0 not at all, then the wider family, the wildcard, the address itself.</summary>
    /// <remarks>The kernel hands a connection to the best fit.</remarks>
    internal int Fit(IPAddress address)
    {
        var own = EndPoint.Address.IsIPv4MappedToIPv6 ? EndPoint.Address.MapToIPv4() : EndPoint.Address;
        return own.Equals(address) ? 3
            : own.AddressFamily == address.AddressFamily && (own.Equals(IPAddress.Any) || own.Equals(IPAddress.IPv6Any)) ? 2
            : own.Equals(IPAddress.IPv6Any) && IsIPv6Only != true ? 1
            : 0;
    }
}
