using Nuke.Common.CI.GitHubActions;
using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Execution;

namespace EngineSample;

/// <summary>A workflow with a step that the engine has no word for.</summary>
internal sealed class PinnedWorkflowAttribute(string name, GitHubActionsImage image) : GitHubActionsAttribute(name, image)
{
    protected override GitHubActionsJob GetJobs(GitHubActionsImage image, IReadOnlyCollection<ExecutableTarget> relevantTargets)
    {
        var job = base.GetJobs(image, relevantTargets);
        job.Steps = [.. job.Steps, new AlwaysStep()];
        return job;
    }
}
