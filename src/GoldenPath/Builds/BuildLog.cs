using System.Text.RegularExpressions;

namespace GoldenPath.Builds;

/// <summary>Finds in the output of <c>dotnet build</c> what a person must see.</summary>
internal static partial class BuildLog
{
    private const int MostErrors = 5;
    private const int TailLines = 10;
    private const int LongestLine = 300;

    /// <summary>The first errors as <c>file:line: error CODE: message</c>, each with its line in the log as it is; the last lines where there is no
    /// error.</summary>
    public static IReadOnlyList<(int Line, string Text, string Logged)> Errors(string file, string directory)
    {
        if (!File.Exists(file))
            return [];
        var errors = new List<(int Line, string Text, string Logged)>();
        var tail = new Queue<(int Line, string Text, string Logged)>();
        foreach (var (text, index) in File.ReadLines(file).Select((text, index) => (text.Trim(), index)))
        {
            if (text.Length > 0)
                tail.Enqueue((index + 1, Cut(text), text));
            if (tail.Count > TailLines)
                tail.Dequeue();
            var error = Pattern().Match(text);
            if (
                error.Success
                && errors.Count < MostErrors
                && Worded(error, directory) is var worded
                && errors.All(other => other.Text != worded)
            )
                errors.Add((index + 1, worded, text));
        }
        return errors.Count > 0 ? errors : [.. tail];
    }

    private static string Worded(Match error, string directory)
    {
        var file = error.Groups["file"].Value;
        var shown = Path.IsPathRooted(file) ? Path.GetRelativePath(directory, file) : file;
        var line = error.Groups["line"] is { Success: true } place ? $":{place.Value}" : "";
        return Cut($"{shown}{line}: error {error.Groups["rest"].Value}");
    }

    private static string Cut(string text) => text.Length <= LongestLine ? text : text[..LongestLine] + "…";

    [GeneratedRegex(
        @"^(?<file>[^(]+?)\s*(\((?<line>[0-9]+)(,[0-9]+){0,3}\))?\s*: error (?<rest>[A-Z]+[0-9]+: .*?)( \[[^\]]+\])?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pattern();
}
