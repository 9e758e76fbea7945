using Nuke.Common;
using Nuke.Common.CI.GitHubActions;

namespace EngineSample;

/// <summary>A build with workflows that are written on request.</summary>
[PinnedWorkflow(
    "nightly smoke",
    GitHubActionsImage.UbuntuLatest,
    AutoGenerate = false,
    OnPushBranches = ["main", "release/*"],
    OnPullRequestBranches = ["main"],
    OnWorkflowDispatchOptionalInputs = ["DryRun"],
    OnCronSchedule = "17 3 * * *",
    InvokedTargets = [nameof(Smoke)],
    ReadPermissions = [GitHubActionsPermissions.Contents],
    WritePermissions = [GitHubActionsPermissions.Issues],
    ConcurrencyGroup = "smoke-${{ github.ref }}",
    ConcurrencyCancelInProgress = true,
    ImportSecrets = ["ApiKey"],
    EnableGitHubToken = true,
    TimeoutMinutes = 15,
    FetchDepth = 0
)]
[GitHubActions(
    "short",
    GitHubActionsImage.Ubuntu2404,
    AutoGenerate = false,
    On = [GitHubActionsTrigger.Push],
    InvokedTargets = [nameof(Smoke)]
)]
internal sealed class WorkflowBuild : TracedBuild
{
    private Target Smoke => _ => _.Produces(RootDirectory / "artifacts" / "runs" / "*.json").Executes(Work);

    public static int Run() => Execute<WorkflowBuild>(x => x.Smoke);
}
