namespace GoldenPath.Configuration;

/// <summary>A child process of the run.</summary>
public sealed record ProcessHostDefinition : HostDefinition
{
    /// <inheritdoc/>
    public override string Kind => "process";

    /// <summary>The executable and its arguments; never passed through a shell.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>The full path of its working directory. Default: the file's folder.</summary>
    public required string Directory { get; init; }

    /// <summary>Variables set on top of the inherited environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How it is stopped.</summary>
    public StopDefinition Stop { get; init; } = new();
}
