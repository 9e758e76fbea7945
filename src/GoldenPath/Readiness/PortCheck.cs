using System.Globalization;
using System.Net;
using GoldenPath.Services;

namespace GoldenPath.Readiness;

/// <summary>Looks, before a service is started, whether somebody else holds its port already. Nobody is ever touched.</summary>
/// <remarks>The kernel decides, by a bind on the addresses that the scenario will use; the socket table only names the holder. It does not
/// prove that the service will get the port: somebody may take it in between, and a listener on another interface of the
/// machine still stops a service that wants all of them.</remarks>
/// <param name="sockets">Who listens where. Default: <see cref="SocketTable.OfThisMachine"/>.</param>
internal sealed class PortCheck(SocketTable? sockets = null)
{
    private readonly SocketTable _sockets = sockets ?? SocketTable.OfThisMachine;

    /// <summary>What stands in the way of a service that is to listen on a port.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="port">Its port.</param>
    /// <param name="host">The host as the scenario writes it. Default: <c>localhost</c>, which is 127.0.0.1 and ::1.</param>
    /// <returns>A failure with cause <see cref="Causes.PortInUse"/>; <c>null</c> where the port is free.</returns>
    public Failure? Find(string service, int port, string host = "localhost") =>
        Addresses(host).Where(address => BindTest.IsHeld(address, port)).ToList() is { Count: > 0 } held
            ? InUse(service, port, held)
            : null;

    /// <summary>The failure that names who holds a port.</summary>
    internal static Failure InUse(string service, int port, IReadOnlyList<PortListener> holders, string consequence)
    {
        var who = holders.Select(PortHolder.Describe).ToList();
        return new()
        {
            Cause = Causes.PortInUse,
            Service = service,
            Summary =
                $"Service '{service}' {consequence}: port {port} is in use: {who.FirstOrDefault() ?? "nobody visible listens on it, but it cannot be bound"}.",
            Details = [.. who.Select(line => $"- {line}")],
            Evidence = [.. who.Select(line => new Evidence(string.Create(CultureInfo.InvariantCulture, $"port {port}"), line))],
            Remedies = [.. Remedies(port, holders)],
        };
    }

    /// <summary>The failure that names who answers beside the service, or that nobody knows who answers.</summary>
    internal static Failure NotOurs(ReadinessTarget target, IReadOnlyList<PortListener> holders) =>
        InUse(target.Service, target.Port!.Value, holders, "") with
        {
            Cause = Causes.PortNotOurs,
            Summary =
                $"What answers on port {target.Port} is not service '{target.Service}', which this run started: "
                + (
                    holders.Count > 0
                        ? $"{PortHolder.Describe(holders[0])}."
                        : "none of its processes listens there, and nobody visible does."
                ),
        };

    private Failure InUse(string service, int port, List<IPAddress> held)
    {
        var holders = (_sockets.On(port) ?? []).Where(listener => held.Exists(address => listener.Fit(address) > 0)).ToList();
        return InUse(service, port, holders, "was not started");
    }

    private static IEnumerable<Remedy> Remedies(int port, IReadOnlyList<PortListener> holders)
    {
        var pids = holders.SelectMany(holder => holder.Pids).Distinct().Order().ToList();
        foreach (var pid in pids)
        {
            yield return new(
                $"End pid {pid} if it is yours and nobody needs it.",
                OperatingSystem.IsWindows() ? $"taskkill /PID {pid}" : $"kill {pid}"
            );
        }

        if (pids.Count == 0)
        {
            yield return PortCommands.SeeWhoHolds(port);
        }

        yield return Remedy.Run("End what an earlier run left behind.", Stages.Teardown);
        yield return Remedy.Run("Or let this run take a free port.", "SmokeTest --port 0");
    }

    private static IPAddress[] Addresses(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? [IPAddress.Loopback, IPAddress.IPv6Loopback]
        : IPAddress.TryParse(host, out var literal) ? [literal]
        : [];
}
