using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

public class GitHubActionsArtifactStep : GitHubActionsStep
{
    public string Name { get; set; }

    public string Path { get; set; }

    public string Condition { get; set; }

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"- name: 'Publish: {Name}'");
        using var step = writer.Indent();
        writer.WriteLine("uses: actions/upload-artifact@v5");
        if (!string.IsNullOrWhiteSpace(Condition))
            writer.WriteLine($"if: {Condition}");
        writer.WriteLine("with:");
        using var with = writer.Indent();
        writer.WriteLine($"name: {Name}");
        writer.WriteLine($"path: {Path}");
    }
}
