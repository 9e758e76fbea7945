using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

public class GitHubActionsCheckoutStep : GitHubActionsStep
{
    public uint? FetchDepth { get; set; }

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("- uses: actions/checkout@v6");
        if (FetchDepth is null)
            return;
        using var step = writer.Indent();
        writer.WriteLine("with:");
        using var with = writer.Indent();
        writer.WriteLine($"fetch-depth: {FetchDepth}");
    }
}
