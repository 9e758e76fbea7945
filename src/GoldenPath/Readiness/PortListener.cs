using System.Net;

namespace GoldenPath.Readiness;

/// <summary>A socket that listens on a TCP port.</summary>
public sealed record PortListener
{
    /// <summary>Where it listens: a wildcard (<c>0.0.0.0</c>, <c>::</c>), a loopback or a specific address, and the port.</summary>
    /// <remarks>A <c>::</c> that takes IPv4 connections too and one that does not look alike here: the operating systems do not list
    /// the difference. Whether 127.0.0.1 is taken is a question to the kernel (a bind tells) or to a connection.</remarks>
    public required IPEndPoint EndPoint { get; init; }

    /// <summary>The processes that hold it; empty where the system does not show them (another user's, or in another container).</summary>
    public IReadOnlyList<int> Pids { get; init; } = [];

    /// <summary>The user that opened it; <c>null</c> where the system does not tell.</summary>
    public uint? UserId { get; init; }

    /// <summary>The kernel's number of the socket; <c>null</c> outside Linux.</summary>
    public ulong? Inode { get; init; }

    /// <summary>How exactly it fits a connection to an address: 0 not at all, then the wider family, the wildcard, the address itself.</summary>
    /// <remarks>The kernel hands a connection to the best fit; a <c>::</c> is taken to be dual-stack, as Linux has it by default.</remarks>
    internal int Fit(IPAddress address)
    {
        var own = EndPoint.Address.IsIPv4MappedToIPv6 ? EndPoint.Address.MapToIPv4() : EndPoint.Address;
        return own.Equals(address) ? 3
            : own.AddressFamily == address.AddressFamily && (own.Equals(IPAddress.Any) || own.Equals(IPAddress.IPv6Any)) ? 2
            : own.Equals(IPAddress.IPv6Any) ? 1
            : 0;
    }
}
