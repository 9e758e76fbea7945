using YamlDotNet.Core;

namespace GoldenPath.Configuration.Reading;

/// <summary>Words what the YAML parser says.</summary>
internal static class YamlProblem
{
    public static ConfigurationException From(YamlException exception, string text, ProblemList problems)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (exception.Message.Contains("tab", StringComparison.Ordinal) && Array.FindIndex(lines, IsIndentedByTab) is >= 0 and var tab)
            return problems.Fatal(tab + 1, 1, "a tab indents this line", "YAML is indented by spaces");
        var line = (int)Math.Clamp(exception.Start.Line, 1, lines.Length);
        return problems.Fatal(line, (int)exception.Start.Column, $"not valid YAML: {Worded(exception.Message)}", Fix(lines[line - 1]));
    }

    private static string Worded(string message)
    {
        var words = message.TrimEnd('.').Replace("  ", " ", StringComparison.Ordinal);
        return char.ToLowerInvariant(words[0]) + words[1..];
    }

    private static string? Fix(string line) =>
        line.Contains('{', StringComparison.Ordinal)
            ? "Text with braces or a colon is quoted: \"ws://localhost:{port}/ws\", \"${NAME:-default}\""
        : line.Contains(": ", StringComparison.Ordinal) ? "Text with a colon or a leading special character is quoted"
        : null;

    private static bool IsIndentedByTab(string line) => line.TrimStart(' ').StartsWith('\t');
}
