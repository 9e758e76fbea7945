namespace GoldenPath.Tests.Pipeline.Jobs;

/// <summary>What GitHub tells a job of the event that started it: payloads and variables, cut to what jobs look at.</summary>
internal static class Payloads
{
    private const string Repository = """
        "repository": { "id": 1, "name": "agents", "full_name": "acme/agents", "fork": false, "default_branch": "main", "private": false,
                        "owner": { "login": "acme", "type": "Organization" } },
        "sender": { "login": "mona", "type": "User" }
        """;

    private const string Head = "feedfacefeedfacefeedfacefeedfacefeedface";

    /// <summary>The payload of an event.</summary>
    public static string Of(string trigger) =>
        trigger switch
        {
            "push" =>
                $$"""{ "ref": "refs/heads/main", "before": "{{Head}}", "after": "{{JobFolder.Commit}}", "forced": false, "commits": [], {{Repository}} }""",
            "pull_request" => PullRequest("acme/agents"),
            "fork" => PullRequest("stranger/agents"),
            "fork-gone" => PullRequest(null),
            "schedule" => $$"""{ "schedule": "17 3 * * *", "workflow": ".github/workflows/golden-path.yml", {{Repository}} }""",
            "workflow_dispatch" =>
                $$"""{ "inputs": { "users": "50", "config": "goldenpath.yml" }, "ref": "refs/heads/main", "workflow": ".github/workflows/golden-path.yml", {{Repository}} }""",
            "workflow_run" => WorkflowRun("pull_request"),
            "workflow_run-push" => WorkflowRun("push"),
            _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "There is no such event."),
        };

    /// <summary>The variables of its job.</summary>
    public static Dictionary<string, string?> Variables(string trigger, string reference) =>
        new()
        {
            ["CI"] = "true",
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_ACTOR"] = "mona",
            ["GITHUB_EVENT_NAME"] = trigger.StartsWith("fork", StringComparison.Ordinal) ? "pull_request" : trigger.Split('-')[0],
            ["GITHUB_REF_NAME"] = reference,
            ["GITHUB_REF"] = reference.EndsWith("/merge", StringComparison.Ordinal) ? $"refs/pull/{reference}" : $"refs/heads/{reference}",
            ["GITHUB_HEAD_REF"] = reference.EndsWith("/merge", StringComparison.Ordinal) ? "feature" : "",
            ["GITHUB_BASE_REF"] = reference.EndsWith("/merge", StringComparison.Ordinal) ? "main" : "",
            ["GITHUB_REPOSITORY"] = "acme/agents",
            ["GITHUB_REPOSITORY_OWNER"] = "acme",
            ["GITHUB_SERVER_URL"] = "https://github.example",
            ["GITHUB_WORKFLOW"] = "golden-path",
            ["GITHUB_JOB"] = "smoke",
            ["GITHUB_RUN_ID"] = "7001",
            ["GITHUB_RUN_NUMBER"] = "12",
            ["GITHUB_RUN_ATTEMPT"] = "1",
            ["RUNNER_OS"] = "Linux",
        };

    private static string PullRequest(string? head) =>
        $$"""
            { "action": "synchronize", "number": 7,
              "pull_request": { "number": 7, "state": "open", "draft": false, "title": "A feature: ::error::, `x` and @mona",
                "head": { "ref": "feature", "sha": "{{Head}}", "repo": {{(
                head is null ? "null" : $$"""{ "full_name": "{{head}}", "fork": true }"""
            )}} },
                "base": { "ref": "main", "sha": "{{JobFolder.Commit}}", "repo": { "full_name": "acme/agents", "fork": false } } },
              {{Repository}} }
            """;

    private static string WorkflowRun(string trigger) =>
        $$"""
            { "action": "completed",
              "workflow": { "name": "golden-path", "path": ".github/workflows/golden-path.yml" },
              "workflow_run": { "id": 7001, "name": "golden-path", "event": "{{trigger}}", "status": "completed", "conclusion": "failure",
                "head_branch": "main", "head_sha": "{{Head}}", "run_attempt": 1, "run_started_at": "2026-11-28T10:00:00Z",
                "html_url": "https://github.example/acme/agents/actions/runs/7001",
                "head_repository": { "full_name": "stranger/agents", "fork": true }, "repository": { "full_name": "acme/agents" }, "pull_requests": [] },
              {{Repository}} }
            """;
}
