using System.Text.Json;
using System.Text.Json.Nodes;

namespace GoldenPath.Scenarios.Walking;

/// <summary>Fills placeholders into the texts of a JSON message, so that a value with a quote in it stays a value.</summary>
internal static class JsonTexts
{
    /// <summary>The message with every string filled in; names are left alone.</summary>
    public static string Fill(JsonNode message, Func<string, string> fill) =>
        Filled(message, fill)?.ToJsonString(JsonSerializerOptions.Web) ?? "null";

    private static JsonNode? Filled(JsonNode? node, Func<string, string> fill) =>
        node switch
        {
            JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Filled(pair.Value, fill)))),
            JsonArray list => new JsonArray([.. list.Select(item => Filled(item, fill))]),
            JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(fill(text)),
            null => null,
            _ => node.DeepClone(),
        };
}
