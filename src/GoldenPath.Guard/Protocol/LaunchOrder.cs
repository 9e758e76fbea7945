namespace GoldenPath.Guard.Protocol;

/// <summary>A process to start.</summary>
internal sealed record LaunchOrder
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> Command { get; init; }

    public required string Directory { get; init; }

    /// <summary>The whole environment of the process; nothing is added to it.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required string LogFile { get; init; }

    public required IReadOnlyList<string> Needs { get; init; }

    public required int StopSignal { get; init; }

    public required int GraceMs { get; init; }

    public int? Port { get; init; }
}
