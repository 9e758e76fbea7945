using GoldenPath.Runs;

namespace GoldenPath.Triage;

/// <summary>Finds out where a run's incidents are filed.</summary>
internal static class FilingSetup
{
    /// <summary>How to file: with a tracker where there is a token and a repository, or else into the outbox.</summary>
    /// <param name="settings">What the command asks for.</param>
    /// <param name="configured">The repository that the file names; <c>null</c> for none.</param>
    /// <param name="git">The checkout, whose origin may be the repository.</param>
    /// <param name="trackers">Opens trackers; <c>null</c> where this build has none.</param>
    public static FilingOptions Options(RunSettings settings, string? configured, GitCheckout git, TrackerFactory? trackers)
    {
        var options = new FilingOptions
        {
            Outbox = new Outbox(Path.Combine(settings.Artifacts, "outbox")),
            Command = settings.Command,
            DryRun = settings.DryRun,
            NoIssue = settings.NoIssue,
            FileIssue = settings.FileIssue,
            Part = settings.Shard,
        };
        var repository = settings.Repository ?? configured ?? git.Repository ?? Environment.GetEnvironmentVariable("GITHUB_REPOSITORY");
        if (git.IsFork)
        {
            return options with
            {
                WhyNoTracker = "the job of a pull request from a fork may not write; the workflow that delivers its outbox may",
            };
        }

        if (trackers is null || string.IsNullOrEmpty(settings.Token))
        {
            return options;
        }

        if (repository is null)
        {
            return options with { WhyNoTracker = "no repository is known; pass --repository OWNER/NAME" };
        }

        try
        {
            return options with { Tracker = trackers(settings, repository) };
        }
        catch (TrackerException problem)
        {
            return options with { WhyNoTracker = problem.Message };
        }
    }
}
