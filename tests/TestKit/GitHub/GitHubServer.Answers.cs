using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GoldenPath.TestKit.GitHub;

/// <content>Checks of what comes in, and shapes of what goes out.</content>
public sealed partial class GitHubServer
{
    private void CheckQuery(HttpRequest request, params string[] known)
    {
        foreach (var name in request.Query.Keys)
        {
            Require(known.Contains(name), request, $"unknown parameter {name}");
        }
        // Octokit sends "filter" to every list, and an order to that of comments; GitHub ignores both.
        Require(request.Query["filter"].FirstOrDefault() is null or "assigned", request, "filter");
        Require(request.Query["sort"].FirstOrDefault() is null or "created" or "updated" or "comments", request, "sort");
        Require(request.Query["direction"].FirstOrDefault() is null or "asc" or "desc", request, "direction");
    }

    private void CheckFields(HttpRequest request, JsonNode? body, params string[] known)
    {
        if (!Require(body is JsonObject, request, "no object"))
        {
            return;
        }
        foreach (var (name, value) in body!.AsObject())
        {
            Require(known.Contains(name), request, $"unknown field {name}");
            Require(
                value is not null
                    || name is "milestone" or "assignee" or "state_reason" or "type"
                    || (request.Method == "PATCH" && name is "title" or "body"),
                request,
                $"{name} is null"
            );
        }
    }

    private (int Status, JsonNode? Body) Page<T>(HttpRequest request, HttpResponse response, IReadOnlyList<T> items, Func<T, JsonNode> json)
    {
        var size = Math.Min(Figure(request, "per_page", 30), LargestPage);
        var page = Figure(request, "page", 1);
        Require(Figure(request, "per_page", 30) is >= 1 and <= 100, request, "per_page");
        if (page * size < items.Count)
        {
            var rest = string.Concat(
                request
                    .Query.Where(pair => pair.Key is not "page")
                    .Select(pair => $"&{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}")
            );
            var address = $"{request.Scheme}://{request.Host}{request.Path}?page=";
            var last = (items.Count + size - 1) / size;
            response.Headers.Link = $"<{address}{page + 1}{rest}>; rel=\"next\", <{address}{last}{rest}>; rel=\"last\"";
        }
        return (200, new JsonArray([.. items.Skip((page - 1) * size).Take(size).Select(json)]));
    }

    private static int Figure(HttpRequest request, string name, int otherwise) =>
        int.TryParse(request.Query[name].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var figure)
            ? figure
            : otherwise;

    private (int Status, JsonNode? Body)? TooLong(HttpRequest request, JsonNode? body) =>
        (Text(body, "body") ?? "").Length > LongestBody
            ? Invalid(request, "Issue", "body", "custom", "body is too long (maximum is 65536 characters)")
            : null;

    private (int Status, JsonNode? Body) Invalid(HttpRequest request, string resource, string field, string code, string? message = null)
    {
        Violations.Enqueue($"{request.Method} {request.Path}: {field} {code}");
        return Refuse(resource, field, code, message);
    }

    private static (int Status, JsonNode? Body) Refuse(string resource, string field, string code, string? message = null)
    {
        var error = new JsonObject
        {
            ["resource"] = resource,
            ["code"] = code,
            ["field"] = field,
        };
        if (message is not null)
        {
            error["message"] = message;
        }
        return (
            422,
            new JsonObject
            {
                ["message"] = "Validation Failed",
                ["errors"] = new JsonArray(error),
                ["documentation_url"] = "https://docs.github.com/rest",
                ["status"] = "422",
            }
        );
    }

    private static (int Status, JsonNode? Body) NotFound() =>
        (
            404,
            new JsonObject
            {
                ["message"] = "Not Found",
                ["documentation_url"] = "https://docs.github.com/rest",
                ["status"] = "404",
            }
        );

    private static string? Text(JsonNode? body, string name) =>
        body?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static IEnumerable<string> Strings(JsonNode? list) =>
        (list as JsonArray ?? []).OfType<JsonValue>().Select(value => value.GetValue<string>());
}
