namespace GoldenPath.Guard.Leases;

/// <summary>Something other than a process that a run brought about: a container, a network, a volume.</summary>
public sealed record LeasedResource
{
    /// <summary>What it is, in a word: <c>container</c>, <c>network</c>, <c>volume</c>, <c>compose</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The labels by which it is recognised as this run's.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>The command that removes it and succeeds where it is gone already; empty where only its host knows how.
    /// The guard runs it when the owner has died.</summary>
    public required IReadOnlyList<string> Remove { get; init; }
}
