namespace GoldenPath.Triage;

/// <summary>How incidents are filed.</summary>
internal sealed record FilingOptions
{
    /// <summary>Where incidents wait that no tracker took.</summary>
    public required Outbox Outbox { get; init; }

    /// <summary>Where they are filed; <c>null</c> where there is no token or no repository, which <see cref="WhyNoTracker"/> words.</summary>
    public IIssueTracker? Tracker { get; init; }

    /// <summary>Why there is no tracker.</summary>
    public string WhyNoTracker { get; init; } = "there is no token; pass --github-token or set GITHUB_TOKEN";

    /// <summary>How a person calls the pipeline, for the command that delivers later. Default: <c>./build.sh</c>.</summary>
    public string Command { get; init; } = RunSettings.OwnCommand;

    /// <summary>Whether the issue is only rendered. Default: no.</summary>
    public bool DryRun { get; init; }

    /// <summary>The part of a run that this is, which files nothing by itself; <c>null</c>: the whole.</summary>
    public Shard? Part { get; init; }

    /// <summary>Whether nothing is filed at all. Default: no.</summary>
    public bool NoIssue { get; init; }

    /// <summary>Why this run is not to file where it runs, in half a sentence; <c>null</c> where it is. Default: it is.</summary>
    public string? WhyNotHere { get; init; }

    /// <summary>Whether this run files whatever its verdict. Default: no.</summary>
    public bool FileIssue { get; init; }

    /// <summary>The verdicts that are filed. Default: product and environment.</summary>
    public IReadOnlyList<string> On { get; init; } = ["product", "environment"];

    /// <summary>How long filing may take, retries included. Default: 30 s.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>When issues are closed and opened again.</summary>
    public LifecyclePolicy Policy { get; init; } = new();
}
