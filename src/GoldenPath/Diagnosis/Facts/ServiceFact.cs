namespace GoldenPath.Diagnosis.Facts;

/// <summary>A declared service at the moment at which the run broke.</summary>
internal sealed record ServiceFact
{
    public required string Name { get; init; }

    /// <summary>The word of the file: <c>process</c>, <c>container</c>, …</summary>
    public required string Host { get; init; }

    /// <summary>Where the file declares it: <c>goldenpath.yml:4</c>.</summary>
    public required string Declared { get; init; }

    /// <summary>What its declaration says of who starts it.</summary>
    public required Evidence Declaration { get; init; }

    /// <summary>Its port; <c>null</c> where it has none.</summary>
    public int? Port { get; init; }

    public required ServiceState State { get; init; }

    /// <summary>How it ended: its exit code.</summary>
    public int? Code { get; init; }

    /// <summary>How it ended: the signal that ended it.</summary>
    public int? Signal { get; init; }

    /// <summary>Whether it had been proved ready.</summary>
    public bool WasReady { get; init; }

    /// <summary>Its log in the run folder: <c>logs/backend.log</c>; <c>null</c> where this run keeps none.</summary>
    public string? Log { get; init; }

    /// <summary>Where that stands in the run folder.</summary>
    public required Evidence Seen { get; init; }

    /// <summary>Whether somebody else starts it.</summary>
    public bool IsExternal => Host == "external";
}
