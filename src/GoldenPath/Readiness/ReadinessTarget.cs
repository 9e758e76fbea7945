using GoldenPath.Configuration;
using GoldenPath.Services;

namespace GoldenPath.Readiness;

/// <summary>One service to wait for.</summary>
internal sealed record ReadinessTarget
{
    /// <summary>The service's name.</summary>
    public required string Service { get; init; }

    /// <summary>The host as the scenario writes it. <c>localhost</c>, the default, is whatever it resolves to here; a literal address
    /// must answer itself.</summary>
    public string Host { get; init; } = "localhost";

    /// <summary>The port; <c>null</c> where the service has none, and only its log can tell.</summary>
    public int? Port { get; init; }

    /// <summary>The declared probes and the time they may take.</summary>
    public ReadinessDefinition Ready { get; init; } = new();

    /// <summary>The path of the WebSocket endpoint that a scenario uses: asked where no probe is declared.</summary>
    public string? DefaultWebSocketPath { get; init; }

    /// <summary>Whether the port speaks TLS because a scenario uses it so (<c>wss</c>). Any certificate will do then: a probe proves that somebody
    /// answers, not that the scenario's client will trust it. Default: <c>false</c>.</summary>
    public bool Tls { get; init; }

    /// <summary>The process that this run started; <c>null</c> for an external service, whose listener is recorded and not judged.</summary>
    public ISupervisedService? Process { get; init; }

    /// <summary>Where its output goes. Default: the process's own log.</summary>
    public string? LogFile { get; init; }

    /// <summary>When the service was asked to start, by <see cref="TimeProvider.GetTimestamp"/>: the zero of every time in the outcome.
    /// Default: the start of the wait.</summary>
    public long? StartTimestamp { get; init; }

    /// <summary>Where the wait is shown while it lasts; <c>null</c>: nowhere.</summary>
    public IRunConsole? Console { get; init; }

    /// <summary>The log that there is.</summary>
    internal string? Log => LogFile ?? Process?.LogFile;

    /// <summary>Whether the host stands for this machine by name rather than by an address.</summary>
    internal bool IsLocalhost => Host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
}
