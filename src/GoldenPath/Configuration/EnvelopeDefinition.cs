namespace GoldenPath.Configuration;

/// <summary>Where type and payload are in a message, what the types are called, and how messages are packed into frames.</summary>
/// <param name="Type">A JSON path to the type, such as <c>$.event.kind</c>; <c>null</c>: the known envelopes.</param>
/// <param name="Payload">A JSON path to the payload; <c>null</c>: the whole message.</param>
/// <param name="Names">The service's own names, each with the event it stands for, such as <c>run.begin</c> for <c>agent_started</c>.</param>
internal sealed record EnvelopeDefinition(string? Type, string? Payload, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>Whether a frame may hold several messages: one after the other, on lines of their own, behind a record separator (0x1E), or in
    /// arrays. Default: no.</summary>
    public bool Several { get; init; }

    /// <summary>Whether binary frames hold JSON too. Default: no.</summary>
    public bool Binary { get; init; }
}
