using GoldenPath.Nuke.Workflows;

/// <summary>The workflow that runs the specs of this repository, on each system that it is for.</summary>
/// <param name="name">The workflow's name; also its file's.</param>
#pragma warning disable CA1019 // Accessors for positional arguments: the base attribute keeps the name to itself
sealed class SpecsWorkflowAttribute(string name) : WorkflowAttribute(name)
#pragma warning restore CA1019
{
    protected override Workflow Describe(WorkflowSteps steps) =>
        new()
        {
            Name = WorkflowName,
            Triggers = ["push:", "  branches:", "    - 'main'", "pull_request:", "  branches:", "    - 'main'", "workflow_dispatch:"],
            ConcurrencyGroup = "${{ github.workflow }}-${{ github.event_name == 'pull_request' && github.ref || github.run_id }}",
            ReplacesEarlierRuns = true,
            Jobs =
            [
                // With a container engine, a browser and the linters, which .ci/run installs where they are missing.
                Job(
                    steps,
                    "ubuntu",
                    "ubuntu-latest",
                    new WorkflowStep { Name = "Run: .ci/run", Run = "sudo -E env \"PATH=$PATH\" .ci/run" }
                ),
                Job(steps, "windows", "windows-latest", steps.Run("Test")),
                Job(steps, "macos", "macos-latest", steps.Run("Test")),
            ],
        };

    WorkflowJob Job(WorkflowSteps steps, string name, string image, WorkflowStep run) =>
        new()
        {
            Name = name,
            Image = image,
            TimeoutMinutes = TimeoutMinutes,
            Permissions = ["contents: read"],
            Steps = [steps.Checkout, steps.Cache, run, WorkflowSteps.Publish($"test-results-{name}", "artifacts/test-results")],
        };
}
