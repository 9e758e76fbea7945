using System.Globalization;

namespace GoldenPath.Readiness.Probes;

/// <summary>What an HTTP server answered.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Reason">The reason phrase; may be empty.</param>
/// <param name="Headers">The header lines by name, the last of a name.</param>
/// <param name="Body">The beginning of the body, on one line.</param>
internal sealed record HttpReply(int Status, string Reason, IReadOnlyDictionary<string, string> Headers, string Body)
{
    private static readonly string[] ProxyHeaders = ["Via", "X-Cache", "X-Served-By", "CF-Ray", "X-Envoy-Upstream-Service-Time"];
    private static readonly string[] ProxyServers =
    [
        "nginx",
        "openresty",
        "envoy",
        "Caddy",
        "traefik",
        "cloudflare",
        "HAProxy",
        "awselb",
        "Varnish",
        "squid",
        "istio",
    ];

    /// <summary>The status code as text.</summary>
    public string Code => Status.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the status says success.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Where it redirects to; <c>null</c> where it does not.</summary>
    public string? Location => Status is 301 or 302 or 303 or 307 or 308 ? Headers.GetValueOrDefault("Location") : null;

    /// <summary>The header that shows a proxy between the probe and the service; <c>null</c> where none does.</summary>
    public string? Proxy =>
        ProxyHeaders.Where(Headers.ContainsKey).Select(name => $"{name}: {Headers[name]}").FirstOrDefault()
        ?? (
            Headers.TryGetValue("Server", out var server)
            && Array.Exists(ProxyServers, name => server.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                ? $"Server: {server}"
                : null
        );

    /// <summary>Status, reason, where it redirects to, and the beginning of the body.</summary>
    public string Description =>
        $"{Code} {Reason}".TrimEnd()
        + (Headers.TryGetValue("Location", out var location) ? $", to {location}" : "")
        + (Body.Length > 0 ? $", \"{Body}\"" : "");
}
