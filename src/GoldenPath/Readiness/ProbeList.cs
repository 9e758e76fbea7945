using System.Globalization;
using GoldenPath.Readiness.Probes;

namespace GoldenPath.Readiness;

/// <summary>The probes of a service, in the order in which they are asked.</summary>
internal static class ProbeList
{
    /// <summary>What is declared; or the WebSocket endpoint that a scenario uses; or that the port holds a connection.</summary>
    public static IReadOnlyList<Probe> For(ReadinessTarget target, TimeProvider time)
    {
        var host = target.Host.Contains(':', StringComparison.Ordinal) && target.Host[0] != '[' ? $"[{target.Host}]" : target.Host;
        var authority = string.Create(CultureInfo.InvariantCulture, $"{host}:{target.Port}");
        var webSocket = target.Ready.WebSocket ?? (target.Ready.IsDeclared ? null : target.DefaultWebSocketPath);
        List<Probe> probes = [];
        if (target.Ready.Http is { } path)
        {
            probes.Add(new HttpProbe(authority, path));
        }

        if (webSocket is not null)
        {
            probes.Add(new WebSocketProbe(authority, webSocket));
        }

        if (target.Ready.Tcp || (probes.Count == 0 && target.Ready.Log is null))
        {
            probes.Insert(0, new TcpProbe(time));
        }

        return probes;
    }
}
