using System.Text.Json.Nodes;

namespace AgentBackend.Sockets;

/// <summary>Reading what others wrote.</summary>
internal static class JsonObjectExtensions
{
    /// <summary>The text of a field; <c>null</c> where it is absent or no text.</summary>
    public static string? Text(this JsonObject? fields, string name)
    {
        try
        {
            return fields?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        }
        catch (InvalidOperationException) // Half a surrogate pair, escaped: legal JSON, and no text.
        {
            return null;
        }
    }
}
