namespace GoldenPath.Nuke.Workflows;

/// <summary>The trusted workflow that files what pull requests left in their outbox, whose own jobs may not write: those of forks, and of bots.</summary>
/// <remarks>It runs the default branch's code alone. What it downloads lies outside of the checkout, and is looked at by <c>Triage --outbox</c> and by nothing else.</remarks>
/// <param name="name">The workflow's name; also its file's.</param>
/// <param name="after">The workflow whose runs it follows.</param>
#pragma warning disable CA1019 // Accessors for positional arguments: the base attribute keeps the name to itself
public sealed class DeliveryWorkflowAttribute(string name, string after) : WorkflowAttribute(name)
#pragma warning restore CA1019
{
    private const string Outbox = "${{ runner.temp }}/outbox";

    /// <summary>The workflow whose runs it follows.</summary>
    public string After => after;

    /// <inheritdoc/>
    protected override Workflow Describe(WorkflowSteps steps) =>
        new()
        {
            Name = WorkflowName,
            Triggers =
            [
                "workflow_run: # zizmor: ignore[dangerous-triggers] runs the default branch's code alone; what it downloads is checked byte by byte",
                $"  workflows: ['{after}']",
                "  types: [completed]",
            ],
            ConcurrencyGroup = "${{ github.workflow }}-${{ github.event.workflow_run.id }}",
            Jobs =
            [
                new()
                {
                    Name = "deliver",
                    If = "github.event.workflow_run.event == 'pull_request'",
                    Image = "ubuntu-latest",
                    TimeoutMinutes = TimeoutMinutes,
                    Permissions = ["actions: read", "contents: read", "issues: write"],
                    // No cache: what a trusted job builds with is fetched anew.
                    Steps =
                    [
                        steps.Checkout,
                        new()
                        {
                            Name = $"Download: {WorkflowSteps.Outbox}",
                            Uses = Pins.Download,
                            With = TriageWorkflowAttribute.Inputs(Outbox),
                        },
                        steps.Run("Triage", WorkflowSteps.Token, ("NUKE_OUTBOX", Outbox)),
                    ],
                },
            ],
        };
}
