using System.Net;
using GoldenPath.Guard.Leases;

namespace GoldenPath.Docker.Engine;

/// <summary>Where a container engine is, and who says so.</summary>
public sealed record LocatedEngine
{
    /// <summary>The endpoint: <c>unix://</c>, <c>npipe://</c>, <c>tcp://</c>, <c>http://</c> or <c>https://</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Who says so, in the words of a person: <c>DOCKER_HOST</c>, <c>context 'colima'</c>, <c>the default socket</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The folder with <c>ca.pem</c>, <c>cert.pem</c> and <c>key.pem</c>; <c>null</c> where no TLS is spoken.</summary>
    public string? Certificates { get; init; }

    /// <summary>Whether the engine's own certificate is checked. Default: yes.</summary>
    public bool VerifiesServer { get; init; } = true;

    /// <summary>Whether the engine is reached through this machine's file system, so that its containers may be processes here.</summary>
    public bool IsLocal => Endpoint.Scheme is "unix" or "npipe";

    /// <summary>Whether it is on another machine, where it publishes ports that are none of this one.</summary>
    public bool IsElsewhere =>
        !IsLocal
        && !string.Equals(Endpoint.DnsSafeHost, "localhost", StringComparison.OrdinalIgnoreCase)
        && !(IPAddress.TryParse(Endpoint.DnsSafeHost, out var address) && IPAddress.IsLoopback(address));

    /// <summary>The host that it publishes ports on, where that is another machine; <c>null</c> for this one.</summary>
    internal string? PublishingHost => IsElsewhere ? Endpoint.DnsSafeHost : null;

    /// <summary>The environment that makes Docker's own programs talk to the same engine.</summary>
    public IReadOnlyDictionary<string, string?> Environment =>
        new Dictionary<string, string?>
        {
            ["DOCKER_HOST"] = Endpoint.Scheme == "npipe" ? $"npipe:////{Endpoint.Host}{Endpoint.AbsolutePath}" : Endpoint.OriginalString,
            ["DOCKER_CONTEXT"] = null,
            ["DOCKER_CERT_PATH"] = Certificates,
            ["DOCKER_TLS_VERIFY"] = Certificates is not null && VerifiesServer ? "1" : null,
        };

    /// <summary>The same for the guard.</summary>
    internal EngineAddress ForGuard => new(Endpoint.OriginalString, Certificates, VerifiesServer);

    /// <summary>Where a lease says that an engine is.</summary>
    internal static LocatedEngine OfLease(EngineAddress address) =>
        new()
        {
            Endpoint = new Uri(address.Endpoint),
            Source = "the lease of an earlier command",
            Certificates = address.Certificates,
            VerifiesServer = address.VerifiesServer,
        };

    /// <summary>The endpoint as it was written.</summary>
    public override string ToString() => Endpoint.OriginalString;
}
