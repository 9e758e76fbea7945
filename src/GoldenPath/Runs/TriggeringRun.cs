using System.Globalization;

namespace GoldenPath.Runs;

/// <summary>The workflow run whose end started this job, as GitHub itself tells it: nothing of it can be chosen by a pull request but the names of its branch and of its repository.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Repository">The repository that it ran in, which is this job's own.</param>
/// <param name="Head">The repository whose code it ran; <c>null</c> where that is gone.</param>
/// <param name="Branch">The branch of that code.</param>
/// <param name="Commit">The commit of that code.</param>
/// <param name="Event">What had started it.</param>
/// <param name="At">When it began.</param>
/// <param name="Url">Its web page.</param>
internal sealed record TriggeringRun(
    string Id,
    string Repository,
    string? Head,
    string? Branch,
    string? Commit,
    string Event,
    DateTimeOffset At,
    string? Url
)
{
    /// <summary>The run that started this job; <c>null</c> where none did.</summary>
    public static TriggeringRun? Read(Func<string, string?> variable)
    {
        var payload = ActionsJob.IsHere(variable) && variable("GITHUB_EVENT_NAME") == "workflow_run" ? ActionsJob.Payload(variable) : null;
        var run = payload?["workflow_run"];
        return
            run is not null
            && ActionsJob.Text(payload!["repository"]?["full_name"]) is { } repository
            && ActionsJob.Text(run["event"]) is { } trigger
            && run["id"] is { } id
            && DateTimeOffset.TryParse(
                ActionsJob.Text(run["run_started_at"]),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var at
            )
            ? new(
                id.ToString(),
                repository,
                ActionsJob.Text(run["head_repository"]?["full_name"]),
                ActionsJob.Text(run["head_branch"]),
                ActionsJob.Text(run["head_sha"]),
                trigger,
                at,
                ActionsJob.Text(run["html_url"])
            )
            : null;
    }
}
