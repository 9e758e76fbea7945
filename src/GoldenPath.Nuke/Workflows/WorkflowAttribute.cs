using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;

namespace GoldenPath.Nuke.Workflows;

/// <summary>A workflow that the stock attribute cannot describe: several jobs, each with permissions of its own, actions by their commit, steps that run whatever happened.</summary>
/// <param name="name">The workflow's name; also its file's.</param>
#pragma warning disable CA1019 // Accessors for positional arguments: the base attribute keeps them to itself
public abstract class WorkflowAttribute(string name) : GitHubActionsAttribute(name, GitHubActionsImage.UbuntuLatest)
#pragma warning restore CA1019
{
    /// <summary>The workflow's name.</summary>
    protected string WorkflowName => IdPostfix;

    /// <inheritdoc/>
    public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets) =>
        Describe(new(BuildCmdPath));

    /// <summary>The workflow.</summary>
    /// <param name="steps">The usual steps.</param>
    protected abstract Workflow Describe(WorkflowSteps steps);
}
