using System.Text.Json;
using System.Text.Json.Nodes;

namespace GoldenPath.Runs;

/// <summary>What a GitHub Actions job says about its checkout: variables, and the event's payload, which alone knows the head of a pull request and the default branch.</summary>
/// <remarks>https://docs.github.com/actions/reference/workflows-and-actions/variables</remarks>
internal static class ActionsJob
{
    public static GitCheckout Apply(GitCheckout local, Func<string, string?> variable)
    {
        var payload = Payload(variable);
        var branch = Filled(variable("GITHUB_HEAD_REF")) ?? Filled(variable("GITHUB_REF_NAME")) ?? local.Branch;
        var defaultBranch = Text(payload?["repository"]?["default_branch"]);
        return local with
        {
            Commit = Text(payload?["pull_request"]?["head"]?["sha"]) ?? Filled(variable("GITHUB_SHA")) ?? local.Commit,
            Branch = branch,
            IsDefaultBranch =
                Filled(variable("GITHUB_HEAD_REF")) is null && (defaultBranch is null ? local.IsDefaultBranch : branch == defaultBranch),
            Repository = Filled(variable("GITHUB_REPOSITORY")) ?? local.Repository,
            IsFork = IsFork(payload, variable),
        };
    }

    /// <summary>Whether this process runs in a job.</summary>
    public static bool IsHere(Func<string, string?> variable) => variable("GITHUB_ACTIONS") == "true";

    /// <summary>The web page of the run; <c>null</c> outside of a job.</summary>
    public static Uri? RunUrl(Func<string, string?> variable) =>
        Filled(variable("GITHUB_RUN_ID")) is { } run
        && Filled(variable("GITHUB_REPOSITORY")) is { } repository
        && Uri.TryCreate($"{variable("GITHUB_SERVER_URL")}/{repository}/actions/runs/{run}", UriKind.Absolute, out var url)
        && url.Scheme is "https" or "http"
            ? url
            : null;

    // A fork that was deleted meanwhile has no repository any more.
    private static bool IsFork(JsonNode? payload, Func<string, string?> variable) =>
        payload?["pull_request"]?["head"] is { } head
        && !string.Equals(
            Text(head["repo"]?["full_name"]),
            Text(payload["repository"]?["full_name"]) ?? variable("GITHUB_REPOSITORY"),
            StringComparison.OrdinalIgnoreCase
        );

    /// <summary>What started the job; <c>null</c> where that cannot be read.</summary>
    public static JsonNode? Payload(Func<string, string?> variable) => Payload(variable("GITHUB_EVENT_PATH"));

    private static JsonObject? Payload(string? path)
    {
        try
        {
            return path is not null && File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) as JsonObject : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null; // A report without a branch is better than none.
        }
    }

    /// <summary>A text of a payload; <c>null</c> where there is none.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? Filled(text) : null;

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
