namespace GoldenPath.Configuration;

/// <summary>Where type and payload are in a message, and what the types are called.</summary>
/// <param name="Type">A JSON path to the type, such as <c>$.event.kind</c>.</param>
/// <param name="Payload">A JSON path to the payload; <c>null</c>: the whole message.</param>
/// <param name="Names">The service's own names, each with the event it stands for, such as <c>run.begin</c> for <c>agent_started</c>.</param>
public sealed record EnvelopeDefinition(string Type, string? Payload, IReadOnlyDictionary<string, string> Names);
