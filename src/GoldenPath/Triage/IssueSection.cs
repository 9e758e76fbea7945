namespace GoldenPath.Triage;

/// <summary>A section of an issue's body. Its fences are closed.</summary>
internal sealed record IssueSection(string Heading, string Text)
{
    public string ToMarkdown() => $"## {Heading}\n\n{Text.TrimEnd()}\n";
}
