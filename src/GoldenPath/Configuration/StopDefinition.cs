namespace GoldenPath.Configuration;

/// <summary>How a process is stopped: a signal, then, after the grace, a kill of its whole tree.</summary>
public sealed record StopDefinition
{
    /// <summary>The name of the signal that asks it to stop. Default: SIGTERM.</summary>
    public string Signal { get; init; } = "SIGTERM";

    /// <summary>How long it may take. Default: 5 s; the whole teardown is bounded to 7 s.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);
}
