using System.Globalization;
using GoldenPath.Configuration;

namespace GoldenPath.Readiness.Probes;

/// <summary>Where a probe asks, as an address would have it.</summary>
/// <param name="Host">The name of the host, or its address.</param>
/// <param name="Port">The port.</param>
/// <param name="Tls">Whether TLS is spoken.</param>
/// <param name="Trust">Which certificates are trusted then.</param>
internal sealed record ProbeAddress(string Host, int Port, bool Tls, TrustDefinition Trust)
{
    /// <summary>Host and port.</summary>
    public string Authority =>
        string.Create(CultureInfo.InvariantCulture, $"{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}");

    /// <summary>The address of a path here.</summary>
    public string Url(string? path) => $"http{(Tls ? "s" : "")}://{Authority}{path}";
}
