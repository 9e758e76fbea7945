using GoldenPath.Nuke.Workflows;

// Each is written again by: ./build.sh --generate-configuration GitHubActions_<name> --host GitHubActions
[GoldenPathWorkflow(
    "golden-path",
    AutoGenerate = false,
    OnPushBranches = ["main"],
    OnPullRequestBranches = ["main"],
    OnCronSchedule = "17 3 * * *",
    TimeoutMinutes = 15
)]
[GoldenPathWorkflow(
    "golden-path-load",
    AutoGenerate = false,
    OnCronSchedule = "47 3 * * 6",
    Shards = 4,
    DefaultUsers = 4000,
    TimeoutMinutes = 20
)]
[TriageWorkflow("golden-path-triage", "golden-path", AutoGenerate = false, OnCronSchedule = "23 * * * *", TimeoutMinutes = 10)]
[DeliveryWorkflow("golden-path-deliver", "golden-path", AutoGenerate = false, TimeoutMinutes = 10)]
[SpecsWorkflow("specs", AutoGenerate = false, TimeoutMinutes = 60)]
sealed partial class Build;
