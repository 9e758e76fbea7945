using System.Net;
using GoldenPath.Guard.Processes;
using GoldenPath.Services;

namespace GoldenPath.Readiness;

/// <summary>Decides whether what answers on a port is what this run started.</summary>
/// <remarks>Two facts count: who holds the sockets that listen (all that fit the address equally well, as with SO_REUSEPORT the kernel may hand the
/// next connection to any of them), and who holds the other end of the very connection that answered. Where a holder is not visible,
/// and the service has processes whose files are not visible either (it changed its user), nothing is proved or disproved.</remarks>
/// <param name="sockets">Who listens where.</param>
/// <param name="process">What this run started.</param>
/// <param name="port">The port.</param>
internal sealed class OwnerCheck(SocketTable sockets, ISupervisedService process, int port)
{
    /// <summary>The owner at an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="servers">The holders of the server's end of a connection that was answered; empty where unknown.</param>
    public Owner Judge(IPAddress address, IReadOnlyList<int> servers)
    {
        if (sockets.On(port, process.Pid) is not { } all)
        {
            return new(process.Publishes(port) ? OwnerKind.Ours : OwnerKind.Unknown, null, null);
        }

        var best = all.Select(listener => listener.Fit(address)).DefaultIfEmpty().Max();
        var owners = all.Where(listener => best > 0 && listener.Fit(address) == best).Select(Judge).ToList();
        return owners.Find(owner => owner is { Kind: OwnerKind.Stranger, Pid: not null }) is { } seen ? seen
            : process.Publishes(port) ? (owners.FirstOrDefault() ?? new(OwnerKind.Ours, null, null)) with { Kind = OwnerKind.Ours }
            : owners.Find(owner => owner.Kind == OwnerKind.Stranger) is { } stranger ? stranger
            : servers.Where(IsAlive).ToList() is { Count: > 0 } alive ? Judge(alive, owners)
            : owners.FirstOrDefault() ?? new(OwnerKind.Nobody, null, null);
    }

    /// <summary>Whether the process listens on the port at any address.</summary>
    public bool Listens() => sockets.On(port, process.Pid)?.Any(listener => listener.Pids.Any(process.Owns)) == true;

    // A server may fork for each connection, as PostgreSQL does: that process ends with the connection, and a dead one accuses nobody.
    private static bool IsAlive(int pid) => ProcessTable.Find(pid) is { IsAlive: true };

    private Owner Judge(PortListener listener)
    {
        var own = listener.Pids.Where(process.Owns).ToList();
        return own.Count > 0 ? new(OwnerKind.Ours, listener, own[0])
            : listener.Pids.Count > 0 ? new(OwnerKind.Stranger, listener, listener.Pids[0])
            : new(sockets.HidesAny(process.Owns) ? OwnerKind.Unknown : OwnerKind.Stranger, listener, null);
    }

    private Owner Judge(List<int> servers, List<Owner> owners)
    {
        var listener = owners.FirstOrDefault()?.Listener;
        var own = servers.Where(process.Owns).ToList();
        return own.Count > 0 ? new(OwnerKind.Ours, listener, own[0]) : new(OwnerKind.Stranger, listener, servers[0]);
    }
}
