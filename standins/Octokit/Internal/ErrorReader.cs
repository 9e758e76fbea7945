#nullable enable
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Octokit.Internal;

/// <summary>Reads what a failed request is answered with, whatever that is.</summary>
internal static class ErrorReader
{
    public static ApiError Read(string? body)
    {
        if (string.IsNullOrEmpty(body))
        {
            return new();
        }
        try
        {
            return JsonNode.Parse(body) is JsonObject error
                ? new(Text(error["message"]), Text(error["documentation_url"]), [.. Details(error["errors"])])
                : new(body);
        }
        catch (JsonException)
        {
            return new(body);
        }
    }

    private static IEnumerable<ApiErrorDetail> Details(JsonNode? errors) => errors is JsonArray list
        ? list.OfType<JsonObject>().Select(error => new ApiErrorDetail(Text(error["message"]), Text(error["code"]), Text(error["field"]), Text(error["resource"])))
        : [];

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
