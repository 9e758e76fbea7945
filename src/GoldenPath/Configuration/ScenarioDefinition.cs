using System.Text.Json.Nodes;

namespace GoldenPath.Configuration;

/// <summary>The path a user lives on: log in, connect, send, and the events that must follow.</summary>
internal sealed record ScenarioDefinition
{
    /// <summary>The key of the scenario in the file.</summary>
    public required string Name { get; init; }

    /// <summary>How bad it is when it breaks: <c>P0</c> to <c>P3</c>. Default: <c>P0</c>.</summary>
    public string Severity { get; init; } = "P0";

    /// <summary>Accounts to log in with, used in turn by the users; empty where no login is needed.</summary>
    public IReadOnlyList<LoginDefinition> Logins { get; init; } = [];

    /// <summary>Where and how to connect.</summary>
    public required ConnectDefinition Connect { get; init; }

    /// <summary>The event that must come before anything is sent; <c>null</c> sends at once.</summary>
    public string? Ready { get; init; }

    /// <summary>The message that triggers the run; <c>null</c> where the server starts by itself.</summary>
    public JsonNode? Send { get; init; }

    /// <summary>What must follow.</summary>
    public ExpectDefinition Expect { get; init; } = new();

    /// <summary>Where type and payload are in messages that follow none of the known envelopes.</summary>
    public EnvelopeDefinition? Envelope { get; init; }

    /// <summary>A connection dropped and taken up again in the middle; <c>null</c> for none.</summary>
    public ReconnectDefinition? Reconnect { get; init; }

    /// <summary>Whether the same connection with a bad token must be refused. Default: no.</summary>
    public bool DenyBadToken { get; init; }

    /// <summary>How many users walk it side by side. Default: 1.</summary>
    public int Users { get; init; } = 1;

    /// <summary>The number of the first of them; the others follow. Default: 1, unless other machines walk it too.</summary>
    public int FirstUser { get; init; } = 1;

    /// <summary>The line of the file that declares it.</summary>
    public int Line { get; init; }
}
