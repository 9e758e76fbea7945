namespace GoldenPath.Configuration;

/// <summary>How an image is built.</summary>
public sealed record ImageBuildDefinition
{
    /// <summary>The full path of the folder that is sent to the engine, less what its <c>.dockerignore</c> excludes.</summary>
    public required string Context { get; init; }

    /// <summary>The Dockerfile, relative to the context. Default: <c>Dockerfile</c>.</summary>
    public string Dockerfile { get; init; } = "Dockerfile";

    /// <summary>The stage to build; <c>null</c> for the last one.</summary>
    public string? Target { get; init; }

    /// <summary>The values of the Dockerfile's <c>ARG</c>s.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();
}
