using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Utilities;

namespace GoldenPath.Nuke.Workflows;

/// <summary>Checks the repository out, with the action pinned by commit and without leaving the token in the checkout.</summary>
public sealed class PinnedCheckoutStep : GitHubActionsStep
{
    /// <inheritdoc/>
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1");
        writer.WriteLine("  with:");
        writer.WriteLine("    persist-credentials: false");
    }
}
