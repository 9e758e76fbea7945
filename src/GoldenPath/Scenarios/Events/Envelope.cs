using System.Text.Json;

namespace GoldenPath.Scenarios.Events;

/// <summary>An opened envelope: the type that counts, and where the fields are.</summary>
/// <param name="Type">The type of the event.</param>
/// <param name="Payload">Where its fields are looked for first.</param>
/// <param name="Message">Where they are looked for next: the whole message.</param>
internal readonly record struct Envelope(string Type, JsonElement Payload, JsonElement Message)
{
    /// <summary>The first field found under one of the names.</summary>
    public JsonElement? Field(params ReadOnlySpan<string> names) => Find(Payload, names) ?? Find(Message, names);

    /// <summary>The first field found under one of the names, if it is a text or a number.</summary>
    public string? Text(params ReadOnlySpan<string> names) => Field(names) is { } field ? Scalar(field) : null;

    /// <summary>A text or a number as text.</summary>
    public static string? Scalar(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };

    private static JsonElement? Find(JsonElement parent, ReadOnlySpan<string> names)
    {
        if (parent.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var name in names)
        {
            if (parent.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                return value;
            }
        }

        return null;
    }
}
