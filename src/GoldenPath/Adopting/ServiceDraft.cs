namespace GoldenPath.Adopting;

/// <summary>A service as it will be declared.</summary>
internal sealed record ServiceDraft
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The lines that say what runs it, each with where it comes from.</summary>
    public required IReadOnlyList<DraftLine> Host { get; init; }

    /// <summary>Its port; <c>null</c> where it has none.</summary>
    public int? Port { get; init; }

    /// <summary>Where the port comes from.</summary>
    public string PortPlace { get; init; } = "";

    /// <summary>The path that must answer with 2xx.</summary>
    public Clue? Health { get; init; }

    /// <summary>The WebSocket path.</summary>
    public Clue? WebSocket { get; init; }

    /// <summary>Whether the engine's own health check counts.</summary>
    public bool HasHealthCheck { get; init; }

    /// <summary>Where the sources speak of the events of an agent.</summary>
    public Clue? AgentEvents { get; init; }

    /// <summary>The services that must be ready before.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];
}
