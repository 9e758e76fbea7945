namespace GoldenPath.Configuration;

/// <summary>Something that must be up before the scenarios are walked.</summary>
public sealed record ServiceDefinition
{
    /// <summary>The key of the service in the file.</summary>
    public required string Name { get; init; }

    /// <summary>What runs the service.</summary>
    public required HostDefinition Host { get; init; }

    /// <summary>Whether its standard input is a pipe that never ends, as a terminal's does not; many development servers stop where it does.
    /// Default: yes. Of a Compose project the Compose file decides (<c>stdin_open</c>).</summary>
    public bool OpenInput { get; init; } = true;

    /// <summary>The port it listens on; 0 takes a free one; <c>null</c> where it has none.</summary>
    public int? Port { get; init; }

    /// <summary>The services that must be ready before this one starts.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>When it counts as ready.</summary>
    public ReadinessDefinition Ready { get; init; } = new();

    /// <summary>The line of the file that declares it.</summary>
    public int Line { get; init; }
}
