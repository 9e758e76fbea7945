namespace GoldenPath.Configuration;

/// <summary>The probes that must all answer before a service counts as ready.</summary>
/// <remarks>With no probe declared: the WebSocket endpoint of the scenario that uses the service, or else the port accepts and
/// holds a connection for 100 ms.</remarks>
public sealed record ReadinessDefinition
{
    /// <summary>Whether the port must accept and hold a connection. Proves a listener, not an application behind it.</summary>
    public bool Tcp { get; init; }

    /// <summary>A path, or a whole URL, that must answer a GET with a 2xx status. Redirects are followed within the service.</summary>
    public string? Http { get; init; }

    /// <summary><see cref="Http"/> as a URL; <c>null</c> where it is a path, or not declared.</summary>
    internal Uri? HttpUrl => Http is { } http && !http.StartsWith('/') && Uri.TryCreate(http, UriKind.Absolute, out var url) ? url : null;

    /// <summary>Which certificates are trusted where <see cref="Http"/> is a URL with <c>https</c>. Default: the system's.</summary>
    public TrustDefinition Trust { get; init; } = TrustDefinition.System;

    /// <summary>A path that must answer a WebSocket handshake: 101, 401 or 403 mean that it is up.</summary>
    public string? WebSocket { get; init; }

    /// <summary>A regular expression that a line of the service's output must match.</summary>
    public string? Log { get; init; }

    /// <summary>Whether the health check of its container, or of each container of its Compose project that has one, must succeed.</summary>
    public bool Healthy { get; init; }

    /// <summary>How long it may take. Default: 60 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether any probe was declared.</summary>
    public bool IsDeclared => Tcp || Http is not null || WebSocket is not null || Log is not null || Healthy;
}
