namespace GoldenPath;

/// <summary>What a command asks of a run: the parameters of the build.</summary>
public sealed record RunSettings
{
    /// <summary>The root of the checkout that the file belongs to; leases name it.</summary>
    public required string Root { get; init; }

    /// <summary>The pipeline's file. Default: <c>goldenpath.yml</c> in the root.</summary>
    public required string Config { get; init; }

    /// <summary>The folder of artifacts; runs are in <c>golden-path/</c> below it, the outbox in <c>outbox/</c>.</summary>
    public required string Artifacts { get; init; }

    /// <summary>The primary service's port instead of the declared one; 0 takes a free one.</summary>
    public int? Port { get; init; }

    /// <summary>The overall budget. Default: 10 minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The tracker's repository, <c>owner/name</c>; <c>null</c>: as configured.</summary>
    public string? Repository { get; init; }

    /// <summary>The tracker's token; <c>null</c>: there is none.</summary>
    public string? Token { get; init; }

    /// <summary>The tracker's address; <c>null</c>: GitHub's own.</summary>
    public Uri? TrackerApi { get; init; }

    /// <summary>Whether to leave issues alone altogether.</summary>
    public bool NoIssue { get; init; }

    /// <summary>Whether to file the issue of this run wherever it runs, and whatever the file says of that.</summary>
    public bool FileIssue { get; init; }

    /// <summary>Whether to render the issue and deliver nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether to leave the services running at the end.</summary>
    public bool Keep { get; init; }

    /// <summary>Which part of the run this is; <c>null</c>: the whole.</summary>
    public Shard? Shard { get; init; }

    /// <summary>What is wrong with the parameters themselves, one worded line each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>How a person calls the build, for the commands in messages. Default: <c>./build.sh</c>.</summary>
    public string Command { get; init; } = OwnCommand;

    /// <summary>Ends a command whose parameters cannot be meant, before it has begun anything.</summary>
    /// <exception cref="PipelineException">There is a problem.</exception>
    internal void ThrowIfUnusable()
    {
        if (Problems.Count > 0)
        {
            throw new PipelineException(
                new Failure
                {
                    Cause = Causes.Unknown,
                    Kind = FailureKind.Misconfigured,
                    Summary = string.Join('\n', Problems),
                }
            );
        }
    }

    /// <summary>How a person calls a build in its own folder on this system: <c>./build.sh</c>, on Windows <c>build.cmd</c>.</summary>
    public static string OwnCommand { get; } = OperatingSystem.IsWindows() ? "build.cmd" : "./build.sh";
}
