namespace GoldenPath.Guard.Leases;

/// <summary>Something other than a process that a run brought about. It is removed by its labels and its id, never by a name.</summary>
public sealed record LeasedResource
{
    /// <summary>The kind of an image that carries no label and is removed by its id alone.</summary>
    public const string Image = "image";

    private const int ShownOfId = 12;

    /// <summary>What it is, in a word: <c>container</c>, <c>image</c>, <c>compose project</c>, or <c>run</c> for all that carries the run's label.</summary>
    public required string Kind { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The labels by which it is recognised as this run's: all that carries one of them is removed, networks, volumes and images too.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>The service that it is; <c>null</c> for what is only used by one.</summary>
    public string? Service { get; init; }

    /// <summary>The port of this machine that the service answers on; <c>null</c> for none.</summary>
    public int? Port { get; init; }

    /// <summary>The container engine that it is in.</summary>
    public required EngineAddress Engine { get; init; }

    /// <summary>For a person.</summary>
    public override string ToString() => $"{Kind} {(Id.Length > ShownOfId && Kind == "container" ? Id[..ShownOfId] : Id)}";
}
