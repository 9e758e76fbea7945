namespace GoldenPath.Configuration;

/// <summary>A container of its own, made by the run and removed with it.</summary>
public sealed record ContainerHostDefinition : HostDefinition
{
    /// <inheritdoc/>
    public override string Kind => "container";

    /// <summary>The image. It is pulled where the engine does not have it; with <see cref="Build"/>, it is the name of what is built.</summary>
    public string? Image { get; init; }

    /// <summary>How the image is built; <c>null</c> where it is not.</summary>
    public ImageBuildDefinition? Build { get; init; }

    /// <summary>Published ports as Docker writes them, <c>[address:][host:]container[/protocol]</c>. Where the host's part is the service's declared
    /// port, it follows <c>--port</c>.</summary>
    public IReadOnlyList<string> Ports { get; init; } = [];

    /// <summary>The environment of its processes; nothing is inherited.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Volumes as Docker writes them, <c>source:target[:mode]</c>. A source that is a path is mounted, relative to the file's folder; a name
    /// stands for a volume of this run.</summary>
    public IReadOnlyList<string> Volumes { get; init; } = [];

    /// <summary>The command in place of the image's own; empty for the image's.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>The memory that it may use, in bytes; <c>null</c> for no limit.</summary>
    public long? Memory { get; init; }

    /// <summary>The folder that relative paths of <see cref="Volumes"/> start at: the file's.</summary>
    public required string Directory { get; init; }

    /// <summary>How it is stopped.</summary>
    public StopDefinition Stop { get; init; } = new();
}
