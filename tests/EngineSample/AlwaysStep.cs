using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Utilities;

namespace EngineSample;

/// <summary>A step that runs whatever happened before it.</summary>
internal sealed class AlwaysStep : GitHubActionsStep
{
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("- name: 'Clean up'");
        using (writer.Indent())
        {
            writer.WriteLine("if: always()");
            writer.WriteLine("run: ./build.cmd CleanUp");
        }
    }
}
