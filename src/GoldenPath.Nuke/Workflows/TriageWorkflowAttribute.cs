namespace GoldenPath.Nuke.Workflows;

/// <summary>The workflow that puts issues in order, on a schedule and after each run on the default branch, and delivers what such a run could not.</summary>
/// <param name="name">The workflow's name; also its file's.</param>
/// <param name="after">The workflow whose runs it follows.</param>
#pragma warning disable CA1019 // Accessors for positional arguments: the base attribute keeps the name to itself
public sealed class TriageWorkflowAttribute(string name, string after) : WorkflowAttribute(name)
#pragma warning restore CA1019
{
    /// <summary>The workflow whose runs it follows.</summary>
    public string After => after;

    /// <inheritdoc/>
    protected override Workflow Describe(WorkflowSteps steps) =>
        new()
        {
            Name = WorkflowName,
            Triggers =
            [
                "schedule:",
                $"  - cron: '{OnCronSchedule}'",
                "workflow_run: # zizmor: ignore[dangerous-triggers] runs this branch's code alone, and only after runs of this branch",
                $"  workflows: ['{after}']",
                "  types: [completed]",
                "workflow_dispatch:",
            ],
            ConcurrencyGroup = "${{ github.workflow }}",
            Jobs = [Triage(steps)],
        };

    // A fork may call its branch as it likes: the repository decides.
    private WorkflowJob Triage(WorkflowSteps steps) =>
        new()
        {
            Name = "triage",
            If =
                "github.event_name != 'workflow_run' || (github.event.workflow_run.event != 'pull_request' && github.event.workflow_run.head_repository.full_name == github.repository && github.event.workflow_run.head_branch == github.event.repository.default_branch)",
            Image = "ubuntu-latest",
            TimeoutMinutes = TimeoutMinutes,
            Permissions = ["actions: read", "contents: read", "issues: write"],
            Steps =
            [
                steps.Checkout,
                steps.Cache,
                new()
                {
                    Name = $"Download: {WorkflowSteps.Outbox}",
                    If = "github.event_name == 'workflow_run'",
                    Uses = Pins.Download,
                    With = Inputs("artifacts/outbox"),
                },
                steps.Run("Triage", WorkflowSteps.Token),
                WorkflowSteps.PublishOutbox,
            ],
        };

    /// <summary>How the outbox of the run that is followed is brought in.</summary>
    internal static IReadOnlyList<(string Name, string Value)> Inputs(string path) =>
        [
            ("pattern", WorkflowSteps.Outbox),
            ("merge-multiple", "true"),
            ("path", path),
            ("run-id", "${{ github.event.workflow_run.id }}"),
            ("github-token", "${{ secrets.GITHUB_TOKEN }}"),
        ];
}
