using System.Globalization;
using GoldenPath.Configuration;

namespace GoldenPath.Nuke;

/// <summary>Reads the parameters of a build into the settings of its run, and collects what is wrong with them.</summary>
internal static class BuildSettings
{
    /// <summary>The settings; what cannot be read is in <see cref="RunSettings.Problems"/>.</summary>
    public static RunSettings ToSettings(this IGoldenPath build)
    {
        var problems = new List<string>();
        return new RunSettings
        {
            Root = build.RootDirectory,
            Config = Path.GetFullPath(build.Config ?? "goldenpath.yml", build.RootDirectory),
            Artifacts = build.ArtifactsDirectory,
            Port = Port(build.Port, problems),
            Timeout = Timeout(build.Timeout, problems),
            Repository = Repository(build.Repository, problems),
            Token = build.GitHubToken ?? Environment.GetEnvironmentVariable("GITHUB_TOKEN"),
            TrackerApi = Api(build.GitHubApi, problems),
            NoIssue = build.NoIssue,
            DryRun = build.DryRun,
            Keep = build.Keep,
            Problems = problems,
        };
    }

    private static int? Port(string? text, List<string> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535)
        {
            return port;
        }

        problems.Add($"--port {text}: a port is a number from 0 to 65535; 0 takes a free one.");
        return null;
    }

    private static TimeSpan Timeout(string? text, List<string> problems)
    {
        if (text is null)
        {
            return TimeSpan.FromMinutes(10);
        }

        if (DurationText.TryParse(text, out var duration) && duration > TimeSpan.Zero)
        {
            return duration;
        }

        problems.Add($"--timeout {text}: a duration is a number with a unit, such as 90s, 5m or 1h.");
        return TimeSpan.FromMinutes(10);
    }

    private static string? Repository(string? text, List<string> problems)
    {
        if (text is not null && (text.Split('/') is not [{ Length: > 0 }, { Length: > 0 }] || text.Any(char.IsWhiteSpace)))
        {
            problems.Add($"--repository {text}: a repository is owner/name.");
        }

        return text;
    }

    private static Uri? Api(string? text, List<string> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        problems.Add($"--github-api {text}: an address starts with https:// (or http:// for a test server).");
        return null;
    }
}
