using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GoldenPath.TestKit.GitHub;

/// <summary>Writes down what the server is asked and what it answers, a line of JSON each, where GOLDENPATH_EXCHANGES names a file: to be held
/// against GitHub's published description of its API.</summary>
public static class ExchangeLog
{
    private static readonly string? File = Environment.GetEnvironmentVariable("GOLDENPATH_EXCHANGES");
    private static readonly Lock Turn = new();

    public static void Add(HttpRequest request, JsonNode? body, HttpResponse response, JsonNode? answer)
    {
        if (File is null)
        {
            return;
        }
        var line = new JsonObject
        {
            ["method"] = request.Method,
            ["path"] = request.Path.ToString(),
            ["query"] = request.QueryString.ToString(),
            ["requestHeaders"] = Headers(request.Headers),
            ["requestBody"] = body?.DeepClone(),
            ["status"] = response.StatusCode,
            ["responseHeaders"] = Headers(response.Headers),
            ["responseBody"] = answer?.DeepClone(),
        };
        lock (Turn)
        {
            System.IO.File.AppendAllText(File, line.ToJsonString() + "\n");
        }
    }

    private static JsonObject Headers(IHeaderDictionary headers) =>
        new(
            headers
                .Where(header => header.Key != "Authorization")
                .Select(header => KeyValuePair.Create<string, JsonNode?>(header.Key, header.Value.ToString()))
        );
}
