using Nuke.Common.CI.GitHubActions;
using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Execution;

namespace GoldenPath.Nuke.Workflows;

/// <summary>A GitHub Actions workflow that runs the pipeline, tears down whatever happened, and keeps the run folder.</summary>
/// <remarks>Beyond the stock attribute: actions are pinned by commit, a second step runs <c>Teardown</c> under <c>if: always()</c> (a cancelled step
/// gets 10 s, then its processes are killed), and a manual start needs no inputs.</remarks>
/// <param name="name">The workflow's name; also its file's.</param>
/// <param name="image">The runner's image.</param>
#pragma warning disable CA1019 // Accessors for positional arguments: the base attribute keeps them to itself
public sealed class GoldenPathWorkflowAttribute(string name, GitHubActionsImage image) : GitHubActionsAttribute(name, image)
#pragma warning restore CA1019
{
    /// <inheritdoc/>
    protected override GitHubActionsJob GetJobs(GitHubActionsImage image, IReadOnlyCollection<ExecutableTarget> relevantTargets)
    {
        var job = base.GetJobs(image, relevantTargets);
        var run = job.Steps.OfType<GitHubActionsRunStep>().Single();
        job.Steps =
        [
            new PinnedCheckoutStep(),
            new PinnedCacheStep
            {
                IncludePatterns = CacheIncludePatterns,
                ExcludePatterns = CacheExcludePatterns,
                KeyFiles = CacheKeyFiles,
            },
            run,
            new TeardownStep { BuildCmdPath = run.BuildCmdPath },
            new PinnedUploadStep
            {
                Name = "golden-path",
                Paths = ["artifacts/golden-path", "!artifacts/golden-path/latest", "artifacts/outbox"],
            },
        ];
        return job;
    }

    /// <inheritdoc/>
    protected override IEnumerable<GitHubActionsDetailedTrigger> GetTriggers() => [.. base.GetTriggers(), new ManualTrigger()];
}
