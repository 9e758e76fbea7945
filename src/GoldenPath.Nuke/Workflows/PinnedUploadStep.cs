using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Utilities;

namespace GoldenPath.Nuke.Workflows;

/// <summary>Keeps files of a run, green or red, with the action pinned by commit.</summary>
public sealed class PinnedUploadStep : GitHubActionsStep
{
    /// <summary>The artifact's name.</summary>
    public required string Name { get; init; }

    /// <summary>What is kept; <c>!path</c> leaves something out.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <inheritdoc/>
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"- name: 'Publish: {Name}'");
        writer.WriteLine("  if: always()");
        writer.WriteLine("  uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0");
        writer.WriteLine("  with:");
        writer.WriteLine($"    name: {Name}");
        writer.WriteLine("    if-no-files-found: ignore");
        writer.WriteLine("    path: |");
        foreach (var path in Paths)
        {
            writer.WriteLine($"      {path}");
        }
    }
}
