using GoldenPath.Nuke;
using GoldenPath.Nuke.Workflows;
using Nuke.Common.CI.GitHubActions;

// Written again by: ./build.sh --generate-configuration GitHubActions_golden-path --host GitHubActions
[GoldenPathWorkflow(
    "golden-path",
    GitHubActionsImage.UbuntuLatest,
    AutoGenerate = false,
    OnPushBranches = ["main"],
    OnPullRequestBranches = ["main"],
    OnCronSchedule = "17 3 * * *",
    ReadPermissions = [GitHubActionsPermissions.Contents],
    WritePermissions = [GitHubActionsPermissions.Issues],
    ConcurrencyGroup = "${{ github.workflow }}-${{ github.ref == 'refs/heads/main' && github.run_id || github.ref }}",
    ConcurrencyCancelInProgress = true,
    TimeoutMinutes = 15,
    EnableGitHubToken = true,
    InvokedTargets = [nameof(ISmokeTest.SmokeTest)]
)]
sealed partial class Build;
