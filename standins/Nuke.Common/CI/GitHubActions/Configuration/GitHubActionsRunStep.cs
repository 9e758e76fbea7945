using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

public class GitHubActionsRunStep : GitHubActionsStep
{
    public string BuildCmdPath { get; set; }

    public string[] InvokedTargets { get; set; }

    public Dictionary<string, string> Imports { get; set; }

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"- name: 'Run: {string.Join(", ", InvokedTargets)}'");
        using var step = writer.Indent();
        writer.WriteLine($"run: ./{BuildCmdPath} {string.Join(' ', InvokedTargets)}");
        if (Imports.Count == 0)
            return;
        writer.WriteLine("env:");
        using var environment = writer.Indent();
        foreach (var (name, value) in Imports)
            writer.WriteLine($"{name}: {value}");
    }
}
