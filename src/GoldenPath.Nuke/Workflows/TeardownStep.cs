using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Utilities;

namespace GoldenPath.Nuke.Workflows;

/// <summary>Runs the teardown whatever happened to the steps before, a cancellation included.</summary>
public sealed class TeardownStep : GitHubActionsStep
{
    /// <summary>The path of build.cmd from the root.</summary>
    public required string BuildCmdPath { get; init; }

    /// <inheritdoc/>
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("- name: 'Run: Teardown'");
        writer.WriteLine("  if: always()");
        writer.WriteLine($"  run: ./{BuildCmdPath} Teardown");
    }
}
