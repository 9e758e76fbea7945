using Nuke.Common;
using Nuke.Components;

namespace GoldenPath.Nuke;

/// <summary>The parameters of a run, and the run itself: what all stages share.</summary>
/// <remarks>Values come the Nuke way: command line, environment (<c>NUKE_PORT</c>), <c>.nuke/parameters.json</c>. They are texts here,
/// because Nuke would take the default where a typed value cannot be read; the run says what is wrong instead.</remarks>
public interface IGoldenPath : IHazArtifacts
{
    /// <summary>The pipeline's file.</summary>
    [Parameter("The pipeline's file - Default is the nearest goldenpath.yml of the repository that you stand in, or the build's own")]
    string? Config => TryGetValue(() => Config);

    /// <summary>The primary service's port.</summary>
    [Parameter("The port of the first service that has one; 0 takes a free one - Default is what the file says, 8002 in this repository")]
    string? Port => TryGetValue(() => Port);

    /// <summary>The overall budget.</summary>
    [Parameter("The run's overall budget, such as 90s or 5m - Default is 10m")]
    string? Timeout => TryGetValue(() => Timeout);

    /// <summary>The tracker's repository.</summary>
    [Parameter("The repository that issues are filed in, owner/name - Default is the file's, GITHUB_REPOSITORY, or the origin remote")]
    string? Repository => TryGetValue(() => Repository);

    /// <summary>The tracker's token.</summary>
    [Parameter("The token that issues are filed with - Default is GITHUB_TOKEN; without one they wait in artifacts/outbox"), Secret]
    string? GitHubToken => TryGetValue(() => GitHubToken);

    /// <summary>The tracker's address.</summary>
    [Parameter("The address of GitHub's API, for GitHub Enterprise or a test server")]
    string? GitHubApi => TryGetValue(() => GitHubApi);

    /// <summary>Leaves issues alone.</summary>
    [Parameter("File, update and close no issue")]
    bool NoIssue => TryGetValue<bool?>(() => NoIssue) ?? false;

    /// <summary>Files all the same.</summary>
    [Parameter("File the issue of this run, wherever it runs and whatever issues.when says", Name = "FileIssue")]
    bool FileAnyway => TryGetValue<bool?>(() => FileAnyway) ?? false;

    /// <summary>Delivers nothing.</summary>
    [Parameter("Render the issue, deliver nothing")]
    bool DryRun => TryGetValue<bool?>(() => DryRun) ?? false;

    /// <summary>Leaves the services running.</summary>
    [Parameter("Leave the services running at the end; './build.sh Teardown' ends them")]
    bool Keep => TryGetValue<bool?>(() => Keep) ?? false;

    /// <summary>The part of a run that this machine takes.</summary>
    [Parameter("The part of a run that this machine takes, K/N: the K-th of N; 'Merge' makes one result of all - Default is the whole")]
    string? Shard => TryGetValue(() => Shard);
}
