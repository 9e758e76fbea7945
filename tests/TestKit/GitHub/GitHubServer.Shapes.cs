using System.Text.Json.Nodes;

namespace GoldenPath.TestKit.GitHub;

/// <content>What issues, comments, labels and users look like: all that GitHub's description requires.</content>
public sealed partial class GitHubServer
{
    private const string Site = "https://github.example";

    private static readonly string[] UserLinks =
    [
        "followers",
        "following",
        "gists",
        "starred",
        "subscriptions",
        "organizations",
        "repos",
        "events",
        "received_events",
    ];

    private string Address => $"{Api}/repos/acme/agents";

    private JsonNode Json(ServerIssue issue)
    {
        var address = $"{Address}/issues/{issue.Number}";
        var json = new JsonObject
        {
            ["id"] = 1_000_000 + issue.Number,
            ["node_id"] = $"I_{issue.Number}",
            ["url"] = address,
            ["repository_url"] = Address,
            ["labels_url"] = address + "/labels{/name}",
            ["comments_url"] = address + "/comments",
            ["events_url"] = address + "/events",
            ["html_url"] = $"{Site}/acme/agents/issues/{issue.Number}",
            ["number"] = issue.Number,
            ["title"] = issue.Title,
            ["body"] = issue.Body,
            ["state"] = issue.IsOpen ? "open" : "closed",
            ["state_reason"] = issue.StateReason,
            ["labels"] = new JsonArray([
                .. issue.Labels.Select(name => Json(_labels.GetValueOrDefault(name) ?? new(name, "ededed", null))),
            ]),
            ["assignee"] = null,
            ["assignees"] = new JsonArray(),
            ["milestone"] = issue.Milestone is { } milestone ? Milestone(milestone, issue) : null,
            ["locked"] = issue.IsLocked,
            ["comments"] = issue.Comments.Count,
            ["created_at"] = issue.CreatedAt,
            ["updated_at"] = issue.UpdatedAt,
            ["closed_at"] = issue.ClosedAt,
            ["user"] = User(),
            ["author_association"] = "NONE",
        };
        if (issue.IsPullRequest)
        {
            var page = $"{Site}/acme/agents/pull/{issue.Number}";
            json["pull_request"] = new JsonObject
            {
                ["url"] = $"{Address}/pulls/{issue.Number}",
                ["html_url"] = page,
                ["diff_url"] = page + ".diff",
                ["patch_url"] = page + ".patch",
            };
        }
        return json;
    }

    private JsonNode Json(ServerLabel label) =>
        new JsonObject
        {
            ["id"] = 1,
            ["node_id"] = "L_1",
            ["url"] = $"{Address}/labels/{Uri.EscapeDataString(label.Name)}",
            ["name"] = label.Name,
            ["color"] = label.Color,
            ["description"] = label.Description,
            ["default"] = false,
        };

    private JsonObject Json(ServerIssue issue, string comment)
    {
        var id = (issue.Number * 1_000) + issue.Comments.IndexOf(comment);
        return new JsonObject
        {
            ["id"] = id,
            ["node_id"] = $"IC_{id}",
            ["url"] = $"{Address}/issues/comments/{id}",
            ["html_url"] = $"{Site}/acme/agents/issues/{issue.Number}#issuecomment-{id}",
            ["issue_url"] = $"{Address}/issues/{issue.Number}",
            ["body"] = comment,
            ["created_at"] = issue.UpdatedAt,
            ["updated_at"] = issue.UpdatedAt,
            ["user"] = User(),
            ["author_association"] = "NONE",
        };
    }

    private JsonObject Milestone(int number, ServerIssue issue) =>
        new()
        {
            ["id"] = number,
            ["node_id"] = $"MI_{number}",
            ["url"] = $"{Address}/milestones/{number}",
            ["html_url"] = $"{Site}/acme/agents/milestone/{number}",
            ["labels_url"] = $"{Address}/milestones/{number}/labels",
            ["number"] = number,
            ["title"] = "M",
            ["description"] = null,
            ["state"] = "open",
            ["creator"] = User(),
            ["open_issues"] = 1,
            ["closed_issues"] = 0,
            ["created_at"] = issue.CreatedAt,
            ["updated_at"] = issue.CreatedAt,
            ["closed_at"] = null,
            ["due_on"] = null,
        };

    private JsonObject User()
    {
        var address = $"{Api}/users/github-actions";
        var user = new JsonObject
        {
            ["login"] = "github-actions[bot]",
            ["id"] = 41898282,
            ["node_id"] = "B_1",
            ["avatar_url"] = $"{Site}/avatar",
            ["gravatar_id"] = "",
            ["url"] = address,
            ["html_url"] = $"{Site}/apps/github-actions",
            ["type"] = "Bot",
            ["site_admin"] = false,
        };
        foreach (var link in UserLinks)
        {
            user[link + "_url"] = $"{address}/{link}";
        }
        return user;
    }
}
