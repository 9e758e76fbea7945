using GoldenPath.Configuration;
using GoldenPath.Readiness.Probes;

namespace GoldenPath.Readiness;

/// <summary>The probes of a service, in the order in which they are asked.</summary>
internal static class ProbeList
{
    /// <summary>What is declared; or the WebSocket endpoint that a scenario uses; or that the port holds a connection.</summary>
    /// <remarks>Where only the scenario says that TLS is spoken, any certificate will do: whether its client trusts it is for the scenario to tell.</remarks>
    public static IReadOnlyList<Probe> For(ReadinessTarget target, TimeProvider time)
    {
        var byUrl = target.Ready.HttpUrl is { } url
            ? new ProbeAddress(url.Host.Trim('[', ']'), url.Port, url.Scheme == Uri.UriSchemeHttps, target.Ready.Trust)
            : null;
        var address =
            byUrl?.Port == target.Port ? byUrl! : new(target.Host.Trim('[', ']'), target.Port ?? 0, target.Tls, TrustDefinition.Everybody);
        var webSocket = target.Ready.WebSocket ?? (target.Ready.IsDeclared ? null : target.DefaultWebSocketPath);
        List<Probe> probes = [];
        if (target.Ready.Http is { } http)
        {
            probes.Add(new HttpProbe(byUrl ?? address, target.Ready.HttpUrl?.PathAndQuery ?? http));
        }

        if (webSocket is not null)
        {
            probes.Add(new WebSocketProbe(address, webSocket));
        }

        if (target.Ready.Tcp || (probes.Count == 0 && target.Ready.Log is null))
        {
            probes.Insert(0, new TcpProbe(address, time));
        }

        return probes;
    }
}
