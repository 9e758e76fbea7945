using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentBackend.Sockets;

/// <summary>What a client says.</summary>
/// <param name="Type">The message's type.</param>
/// <param name="Body">The fields: those of <c>payload</c> where there is one, else those of the message itself.</param>
internal sealed record ClientMessage(string Type, JsonObject Body)
{
    /// <summary>Nobody needs the same field twice, and readers differ about which one counts.</summary>
    public static JsonDocumentOptions Strict { get; } = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a message; <c>null</c> where it is no JSON object with a type.</summary>
    public static ClientMessage? Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonNode.Parse(utf8, documentOptions: Strict) is JsonObject message && message.Text("type") is { Length: > 0 } type
                ? new ClientMessage(type, message["payload"] as JsonObject ?? message)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
