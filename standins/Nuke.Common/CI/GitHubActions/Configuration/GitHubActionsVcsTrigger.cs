using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

public class GitHubActionsVcsTrigger : GitHubActionsDetailedTrigger
{
    // Characters that mean something else to YAML at the start of a word, or to a reader of patterns.
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(" .*!?+[]()");

    public GitHubActionsTrigger Kind { get; set; }

    public string[] Branches { get; set; } = [];

    public string[] BranchesIgnore { get; set; } = [];

    public string[] Tags { get; set; } = [];

    public string[] IncludePaths { get; set; } = [];

    public string[] ExcludePaths { get; set; } = [];

    internal bool IsEmpty => Branches.Length + BranchesIgnore.Length + Tags.Length + IncludePaths.Length + ExcludePaths.Length == 0;

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"{Kind.GetValue()}:");
        using var trigger = writer.Indent();
        Write(writer, "branches", Branches);
        Write(writer, "branches-ignore", BranchesIgnore);
        Write(writer, "tags", Tags);
        Write(writer, "paths", [.. IncludePaths, .. ExcludePaths.Select(x => $"!{x}")]);
    }

    private static void Write(CustomFileWriter writer, string key, string[] values)
    {
        if (values.Length == 0)
            return;
        writer.WriteLine($"{key}:");
        using var list = writer.Indent();
        foreach (var value in values)
            writer.WriteLine(value.AsSpan().ContainsAny(Special) ? $"- '{value}'" : $"- {value}");
    }
}
