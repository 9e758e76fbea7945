using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace GoldenPath.TestKit.GitHub;

/// <content>What each address does.</content>
public sealed partial class GitHubServer
{
    private const int LongestBody = 65_536;
    private static readonly string[] States = ["open", "closed", "all"];
    private static readonly string[] Reasons = ["completed", "not_planned", "duplicate", "reopened"];

    private (int Status, JsonNode? Body) Route(HttpRequest request, JsonNode? body, HttpResponse response)
    {
        var match = Route().Match(request.Path.StartsWithSegments(Prefix, out var rest) ? Uri.UnescapeDataString(rest) : "");
        if (!match.Success)
        {
            return NotFound();
        }
        lock (_lock)
        {
            return (request.Method, match.Groups["what"].Value, match.Groups["id"].Value, match.Groups["part"].Value) switch
            {
                ("GET", "", "", "") => (
                    200,
                    new JsonObject
                    {
                        ["id"] = 1,
                        ["name"] = "agents",
                        ["full_name"] = "acme/agents",
                    }
                ),
                ("GET", "issues", "", "") => List(request, response),
                ("POST", "issues", "", "") => Create(request, body),
                ("GET", "issues", var id, "") => WithIssue(id, issue => (200, Json(issue))),
                ("PATCH", "issues", var id, "") => WithIssue(id, issue => Update(request, issue, body)),
                ("GET", "issues", var id, "comments") => WithIssue(id, issue => Comments(request, response, issue)),
                ("POST", "issues", var id, "comments") => WithIssue(id, issue => Comment(request, issue, body)),
                ("POST", "issues", var id, "labels") => WithIssue(id, issue => AddLabels(request, issue, body)),
                ("GET", "labels", "", "") => Page(
                    request,
                    response,
                    [.. _labels.Values.OrderBy(label => label.Name, StringComparer.Ordinal)],
                    Json
                ),
                ("POST", "labels", "", "") => CreateLabel(request, body),
                ("GET", "labels", var name, "") => _labels.TryGetValue(name, out var label) ? (200, Json(label)) : NotFound(),
                ("DELETE", "labels", var name, "") => DeleteLabel(name),
                _ => NotFound(),
            };
        }
    }

    private (int Status, JsonNode? Body) WithIssue(string id, Func<ServerIssue, (int Status, JsonNode? Body)> answer) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && _issues.TryGetValue(number, out var issue)
            ? answer(issue)
            : NotFound();

    private (int Status, JsonNode? Body) List(HttpRequest request, HttpResponse response)
    {
        CheckQuery(
            request,
            "milestone",
            "state",
            "assignee",
            "type",
            "creator",
            "mentioned",
            "labels",
            "sort",
            "direction",
            "since",
            "per_page",
            "page",
            "filter"
        );
        var state = request.Query["state"].FirstOrDefault() ?? "open";
        Require(States.Contains(state), request, "state");
        var labels = (request.Query["labels"].FirstOrDefault() ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var found = Stale(Staleness())
            .Values.Where(issue => state == "all" || issue.IsOpen == (state == "open"))
            .Where(issue => labels.All(label => issue.Labels.Contains(label, StringComparer.OrdinalIgnoreCase)))
            .OrderByDescending(issue => issue.Number)
            .ToList();
        return Page(request, response, found, Json);
    }

    private (int Status, JsonNode? Body) Create(HttpRequest request, JsonNode? body)
    {
        CheckFields(request, body, "title", "body", "assignee", "milestone", "labels", "assignees", "type");
        if (Text(body, "title") is not { Length: > 0 and <= 256 } title)
        {
            return Invalid(request, "Issue", "title", "missing_field");
        }
        if (TooLong(request, body) is { } refusal)
        {
            return refusal;
        }
        var number = _issues.Count + 1;
        var issue = new ServerIssue(number, title, Text(body, "body") ?? "", Now()) { Labels = [.. KnownLabels(Strings(body?["labels"]))] };
        Save(issue);
        return (201, Json(issue));
    }

    private (int Status, JsonNode? Body) Update(HttpRequest request, ServerIssue issue, JsonNode? body)
    {
        CheckFields(request, body, "title", "body", "assignee", "state", "state_reason", "milestone", "labels", "assignees", "type");
        if (TooLong(request, body) is { } refusal)
        {
            return refusal;
        }
        var state = Text(body, "state");
        if (
            !Require(state is null or "open" or "closed", request, "state")
            || !Require(Text(body, "state_reason") is not { } reason || Reasons.Contains(reason), request, "state_reason")
        )
        {
            return Invalid(request, "Issue", "state", "invalid");
        }
        var closes = state == "closed" && issue.IsOpen;
        var opens = state == "open" && !issue.IsOpen;
        issue = issue with
        {
            Title = Text(body, "title") ?? issue.Title,
            Body = body!.AsObject().ContainsKey("body") ? Text(body, "body") ?? "" : issue.Body,
            Milestone = body.AsObject().ContainsKey("milestone") ? body["milestone"]?.GetValue<int>() : issue.Milestone,
            Labels = body["labels"] is { } labels ? [.. KnownLabels(Strings(labels))] : issue.Labels,
            IsOpen = state is null ? issue.IsOpen : state == "open",
            StateReason =
                closes ? Text(body, "state_reason") ?? "completed"
                : opens ? "reopened"
                : issue.StateReason,
            ClosedAt =
                closes ? Now()
                : opens ? null
                : issue.ClosedAt,
            UpdatedAt = Now(),
        };
        Save(issue);
        return (200, Json(issue));
    }

    private (int Status, JsonNode? Body) Comment(HttpRequest request, ServerIssue issue, JsonNode? body)
    {
        CheckFields(request, body, "body");
        if (Text(body, "body") is not { Length: > 0 } text)
        {
            return Invalid(request, "IssueComment", "body", "missing_field");
        }
        if (TooLong(request, body) is { } refusal)
        {
            return refusal;
        }
        if (issue.IsLocked)
        {
            return (403, new JsonObject { ["message"] = "Unable to create comment because issue is locked." });
        }
        issue = issue with { Comments = issue.Comments.Add(text), UpdatedAt = Now() };
        Save(issue);
        return (201, Json(issue, text));
    }

    private (int Status, JsonNode? Body) Comments(HttpRequest request, HttpResponse response, ServerIssue issue)
    {
        CheckQuery(request, "since", "per_page", "page", "sort", "direction");
        return Page(request, response, issue.Comments, comment => Json(issue, comment));
    }

    private (int Status, JsonNode? Body) AddLabels(HttpRequest request, ServerIssue issue, JsonNode? body)
    {
        CheckFields(request, body, "labels");
        Require(body?["labels"] is JsonArray { Count: > 0 }, request, "labels");
        issue = issue with { Labels = [.. issue.Labels.Union(KnownLabels(Strings(body?["labels"])), StringComparer.OrdinalIgnoreCase)] };
        Save(issue);
        return (200, new JsonArray([.. issue.Labels.Select(name => Json(_labels[name]))]));
    }

    private (int Status, JsonNode? Body) CreateLabel(HttpRequest request, JsonNode? body)
    {
        CheckFields(request, body, "name", "color", "description");
        if (Text(body, "name") is not { Length: > 0 and <= 50 } name)
        {
            return Invalid(request, "Label", "name", "missing_field");
        }
        if (
            !Require(Color().IsMatch(Text(body, "color") ?? "ededed"), request, "color")
            || !Require((Text(body, "description") ?? "").Length <= 100, request, "description")
        )
        {
            return Invalid(request, "Label", "color", "invalid");
        }
        if (_labels.ContainsKey(name))
        {
            return Refuse("Label", "name", "already_exists");
        }
        var label = new ServerLabel(name, Text(body, "color") ?? "ededed", Text(body, "description"));
        _labels = _labels.Add(name, label);
        return (201, Json(label));
    }

    private (int Status, JsonNode? Body) DeleteLabel(string name)
    {
        if (!_labels.ContainsKey(name))
        {
            return NotFound();
        }
        _labels = _labels.Remove(name);
        return (204, null);
    }

    /// <summary>Labels of an issue; GitHub creates unknown ones without a word, which the pipeline must not rely on.</summary>
    private IEnumerable<string> KnownLabels(IEnumerable<string> names)
    {
        foreach (var name in names.ToList())
        {
            if (!_labels.ContainsKey(name))
            {
                Violations.Enqueue($"label {name} was created without a word");
                _labels = _labels.Add(name, new(name, "ededed", null));
            }
            yield return _labels[name].Name;
        }
    }

    [GeneratedRegex(@"^/repos/acme/agents(/(?<what>issues|labels)(/(?<id>[^/]+)(/(?<part>comments|labels))?)?)?$")]
    private static partial Regex Route();

    [GeneratedRegex("^[0-9a-fA-F]{6}$")]
    private static partial Regex Color();
}
