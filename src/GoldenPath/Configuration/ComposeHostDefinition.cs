namespace GoldenPath.Configuration;

/// <summary>A project of Docker Compose, brought up by the run under a name of its own.</summary>
public sealed record ComposeHostDefinition : HostDefinition
{
    /// <inheritdoc/>
    public override string Kind => "compose";

    /// <summary>The full paths of the Compose files, the later ones overriding the earlier ones. Paths in them start at the first one's folder.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The Compose services that are brought up, with what they depend on; empty for all.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>The profiles that are active.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>The full paths of environment files; empty for the <c>.env</c> beside the first Compose file.</summary>
    public IReadOnlyList<string> EnvironmentFiles { get; init; } = [];

    /// <summary>Variables for the Compose files, on top of the inherited environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How its containers are stopped; the signal is each image's own.</summary>
    public StopDefinition Stop { get; init; } = new();
}
