namespace GoldenPath.Configuration;

/// <summary>What runs a service: a process, a container, a compose project, or somebody else.</summary>
public abstract record HostDefinition
{
    /// <summary>The word of the file and of run.json: <c>process</c>, <c>external</c>, …</summary>
    public abstract string Kind { get; }
}
