using Nuke.Common;
using Nuke.Common.CI.GitHubActions;

namespace EngineSample;

/// <summary>A build whose workflow is kept up to date by every local run.</summary>
[GitHubActions("eager", GitHubActionsImage.UbuntuLatest, On = [GitHubActionsTrigger.Push], InvokedTargets = [nameof(Smoke)])]
internal sealed class EagerWorkflowBuild : TracedBuild
{
    private Target Smoke => _ => _.Executes(Work);

    public static int Run() => Execute<EagerWorkflowBuild>(x => x.Smoke);
}
