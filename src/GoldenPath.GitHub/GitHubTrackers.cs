using GoldenPath.Triage;

namespace GoldenPath.GitHub;

/// <summary>Opens the tracker that a command's parameters mean.</summary>
public static class GitHubTrackers
{
    /// <summary>The tracker of a run: what a <see cref="TrackerFactory"/> does.</summary>
    /// <param name="settings">What the command asks for: the token and the address.</param>
    /// <param name="repository"><c>owner/name</c>.</param>
    /// <exception cref="TrackerException">It cannot be opened; the message says why, and what to do.</exception>
    public static GitHubIssueTracker Open(RunSettings settings, string repository)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Open(repository, settings.Token, settings.TrackerApi, out var why) ?? throw new TrackerException(why, isPassing: false);
    }

    /// <summary>The tracker; <c>null</c> where it cannot be opened.</summary>
    /// <param name="repository"><c>owner/name</c>.</param>
    /// <param name="token">The token.</param>
    /// <param name="api">The address of the API. Default: that of the Actions job (GITHUB_API_URL), else GitHub's public one.</param>
    /// <param name="why">Why there is none, in words that go on with what to do; empty where there is one.</param>
    /// <param name="time">The clock of deadlines and pauses. Default: the system's.</param>
    public static GitHubIssueTracker? Open(string? repository, string? token, Uri? api, out string why, TimeProvider? time = null)
    {
        why = "";
        if (string.IsNullOrWhiteSpace(token))
        {
            why = "there is no token; pass --github-token or set GITHUB_TOKEN";
            return null;
        }
        if (!RepositoryName.TryParse(repository, out var name))
        {
            why = string.IsNullOrWhiteSpace(repository)
                ? "no repository is known; pass --repository OWNER/NAME"
                : $"'{repository}' is no repository; pass --repository OWNER/NAME";
            return null;
        }
        try
        {
            return new(
                new()
                {
                    Repository = name,
                    Token = token.Trim(),
                    Api = api ?? OfJob() ?? GitHubOptions.PublicApi,
                },
                time
            );
        }
        catch (TrackerException e)
        {
            why = e.Message;
            return null;
        }
    }

    private static Uri? OfJob() =>
        Uri.TryCreate(Environment.GetEnvironmentVariable("GITHUB_API_URL"), UriKind.Absolute, out var address) ? address : null;
}
