using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Utilities;

namespace GoldenPath.Nuke.Workflows;

/// <summary>A start by hand that asks for no inputs.</summary>
public sealed class ManualTrigger : GitHubActionsDetailedTrigger
{
    /// <inheritdoc/>
    public override void Write(CustomFileWriter writer) => writer.WriteLine("workflow_dispatch:");
}
