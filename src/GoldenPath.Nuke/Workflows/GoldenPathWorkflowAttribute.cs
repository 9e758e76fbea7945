using System.Globalization;

namespace GoldenPath.Nuke.Workflows;

/// <summary>The workflow that runs the pipeline, tears down whatever happened, and keeps the run folder: on pushes, pull requests, a schedule, and by hand with
/// <c>users</c> and <c>config</c>.</summary>
/// <remarks>With <see cref="Shards"/> it is a matrix of jobs that each take a part of the users and test commands, and a job that makes one verdict, report and issue of all.</remarks>
/// <param name="name">The workflow's name; also its file's.</param>
#pragma warning disable CA1019 // Accessors for positional arguments: the base attribute keeps them to itself
public sealed class GoldenPathWorkflowAttribute(string name) : WorkflowAttribute(name)
#pragma warning restore CA1019
{
    private const string Artifact = "golden-path";
    private const string Users = "${{ inputs.users }}";
    private const string Config = "${{ inputs.config || 'goldenpath.yml' }}";

    /// <summary>On how many machines a run is dealt out; 0: on one.</summary>
    public int Shards { get; set; }

    /// <summary>How many users a start by hand has where nobody says; the file reads the number from GOLDENPATH_USERS. Default: what the file says.</summary>
    public int DefaultUsers { get; set; }

    /// <inheritdoc/>
    protected override Workflow Describe(WorkflowSteps steps) =>
        new()
        {
            Name = WorkflowName,
            Triggers = [.. Triggers()],
            // A pull request's newest commit alone is of interest; every commit of a branch is.
            ConcurrencyGroup = "${{ github.workflow }}-${{ github.event_name == 'pull_request' && github.ref || github.run_id }}",
            ReplacesEarlierRuns = true,
            Jobs = Shards > 0 ? [Shard(steps), Merge(steps)] : [Smoke(steps)],
        };

    private IEnumerable<string> Triggers() =>
        [
            .. Branches("push", OnPushBranches),
            .. Branches("pull_request", OnPullRequestBranches),
            .. OnCronSchedule is null ? Array.Empty<string>() : ["schedule:", $"  - cron: '{OnCronSchedule}'"],
            "workflow_dispatch:",
            "  inputs:",
            "    users:",
            "      description: 'How many users walk the golden path side by side'",
            "      type: string",
            "      required: false",
            .. DefaultUsers > 0 ? [string.Create(CultureInfo.InvariantCulture, $"      default: '{DefaultUsers}'")] : Array.Empty<string>(),
            "    config:",
            "      description: 'The configuration file'",
            "      type: string",
            "      required: false",
        ];

    private static IEnumerable<string> Branches(string trigger, string[] branches) =>
        branches.Length == 0 ? [] : [$"{trigger}:", "  branches:", .. branches.Select(branch => $"    - '{branch}'")];

    private WorkflowJob Smoke(WorkflowSteps steps) =>
        new()
        {
            Name = "smoke",
            Image = "ubuntu-latest",
            TimeoutMinutes = TimeoutMinutes,
            Permissions = ["contents: read", "issues: write"],
            Steps =
            [
                steps.Checkout,
                steps.Cache,
                steps.Run("SmokeTest", WorkflowSteps.Token, ("GOLDENPATH_USERS", Asked), ("NUKE_CONFIG", Config)),
                steps.Teardown,
                WorkflowSteps.PublishRun(Artifact),
                WorkflowSteps.PublishOutbox,
                WorkflowSteps.Tell(Artifact),
            ],
        };

    // A shard files nothing, so it may write nothing.
    private WorkflowJob Shard(WorkflowSteps steps) =>
        new()
        {
            Name = "smoke",
            Image = "ubuntu-latest",
            TimeoutMinutes = TimeoutMinutes,
            Permissions = ["contents: read"],
            Shards = Shards,
            Steps =
            [
                steps.Checkout,
                steps.Cache,
                steps.Run(
                    "SmokeTest",
                    ("NUKE_SHARD", string.Create(CultureInfo.InvariantCulture, $"${{{{ matrix.shard }}}}/{Shards}")),
                    ("GOLDENPATH_USERS", Asked),
                    ("NUKE_CONFIG", Config),
                    ("GOLDENPATH_ARTIFACT", "golden-path-${{ matrix.shard }}")
                ),
                steps.Teardown,
                WorkflowSteps.PublishRun("golden-path-${{ matrix.shard }}"),
            ],
        };

    private WorkflowJob Merge(WorkflowSteps steps) =>
        new()
        {
            Name = "merge",
            Needs = "smoke",
            If = "${{ !cancelled() }}",
            Image = "ubuntu-latest",
            TimeoutMinutes = TimeoutMinutes,
            Permissions = ["contents: read", "issues: write"],
            Steps =
            [
                steps.Checkout,
                steps.Cache,
                WorkflowSteps.Download("golden-path-*", "artifacts/shards"),
                steps.Run(
                    "Merge",
                    WorkflowSteps.Token,
                    ("NUKE_RUNS", "'artifacts/shards/**/run.json'"),
                    ("GOLDENPATH_USERS", Asked),
                    ("NUKE_CONFIG", Config)
                ),
                WorkflowSteps.PublishRun(Artifact),
                WorkflowSteps.PublishOutbox,
                WorkflowSteps.Tell(Artifact),
            ],
        };

    private string Asked =>
        DefaultUsers > 0 ? string.Create(CultureInfo.InvariantCulture, $"${{{{ inputs.users || {DefaultUsers} }}}}") : Users;
}
