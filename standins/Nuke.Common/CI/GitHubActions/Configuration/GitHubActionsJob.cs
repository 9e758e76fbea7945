using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

public class GitHubActionsJob : ConfigurationEntity
{
    public string Name { get; set; }

    public GitHubActionsImage Image { get; set; }

    public int TimeoutMinutes { get; set; }

    public GitHubActionsStep[] Steps { get; set; }

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"{Name}:");
        using var job = writer.Indent();
        writer.WriteLine($"name: {Name}");
        writer.WriteLine($"runs-on: {Image.GetValue()}");
        if (TimeoutMinutes > 0)
            writer.WriteLine($"timeout-minutes: {TimeoutMinutes}");
        writer.WriteLine("steps:");
        using var steps = writer.Indent();
        foreach (var step in Steps)
            step.Write(writer);
    }
}
