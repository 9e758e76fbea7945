namespace GoldenPath.Configuration;

/// <summary>What a <c>goldenpath.yml</c> declares, checked as a whole. Texts may still hold <c>{…}</c> placeholders.</summary>
internal sealed record PipelineDefinition
{
    /// <summary>The full path of the file.</summary>
    public required string File { get; init; }

    /// <summary>The file's folder; relative paths start here.</summary>
    public string Directory => Path.GetDirectoryName(File)!;

    /// <summary>The pipeline's name; the file's folder where it declares none.</summary>
    public required string Name { get; init; }

    /// <summary>The services in the order of the file; never cyclic.</summary>
    public required IReadOnlyList<ServiceDefinition> Services { get; init; }

    /// <summary>The scenarios in the order of the file.</summary>
    public required IReadOnlyList<ScenarioDefinition> Scenarios { get; init; }

    /// <summary>What the smoke stage does, in order; all scenarios where the file declares nothing.</summary>
    public required IReadOnlyList<SmokeStep> Smoke { get; init; }

    /// <summary>How incidents are filed.</summary>
    public required IssueSettings Issues { get; init; }

    /// <summary>The first declared service that has a port: the one that <c>{port}</c> and <c>--port</c> mean.</summary>
    public ServiceDefinition? Primary => Services.FirstOrDefault(service => service.Port is not null);
}
