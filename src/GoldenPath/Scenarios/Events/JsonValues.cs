using System.Text.Json;

namespace GoldenPath.Scenarios.Events;

/// <summary>The messages in a frame that holds several: one after the other, on lines of their own, behind record separators, in arrays.</summary>
internal static class JsonValues
{
    private const byte RecordSeparator = 0x1E;

    /// <summary>The messages, arrays opened. The caller owns the documents that they live in.</summary>
    /// <exception cref="JsonException">Something in it is no JSON.</exception>
    public static IEnumerable<JsonDocument> Read(ReadOnlyMemory<byte> utf8)
    {
        // A string in JSON holds no bare control character, so each one stands between two messages.
        var text = utf8.ToArray();
        text.AsSpan().Replace(RecordSeparator, (byte)'\n');
        for (var position = 0; Next(text, ref position) is { } document; )
        {
            yield return document;
        }
    }

    /// <summary>What a value holds: itself, or what its arrays hold.</summary>
    public static IEnumerable<JsonElement> Opened(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany(Opened) : [value];

    private static JsonDocument? Next(byte[] text, ref int position)
    {
        if (text.AsSpan(position).Trim(" \t\r\n"u8).IsEmpty)
        {
            return null;
        }

        var reader = new Utf8JsonReader(text.AsSpan(position), new JsonReaderOptions { AllowMultipleValues = true });
        var document = JsonDocument.ParseValue(ref reader);
        position += (int)reader.BytesConsumed;
        return document;
    }
}
