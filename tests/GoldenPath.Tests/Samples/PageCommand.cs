using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Tests.Samples;

/// <summary>A command that a page tells its readers to type, or a file that it has them write.</summary>
/// <param name="Text">The command, or the file's text.</param>
/// <param name="File">The file's name; <c>null</c> for a command.</param>
/// <param name="ExitCode">The exit code that the page promises: 0 where it says nothing.</param>
internal sealed partial record PageCommand(string Text, string? File, int ExitCode)
{
    /// <summary>All of a page, in their order: lines behind <c>$</c> in fences of consoles, and fences behind a line that is a file's name.</summary>
    public static IReadOnlyList<PageCommand> Of(string page) => [.. Fence().Matches(page).SelectMany(OfFence)];

    private static IEnumerable<PageCommand> OfFence(Match fence)
    {
        var text = fence.Groups["text"].Value;
        if (fence.Groups["file"] is { Success: true, Value: var file })
        {
            return [new(text, file, 0)];
        }

        return fence.Groups["language"].Value == "console" ? Command().Matches(text).Select(OfCommand) : [];
    }

    private static PageCommand OfCommand(Match command) =>
        new(
            command.Groups["text"].Value,
            null,
            command.Groups["code"] is { Success: true, Value: var code } ? int.Parse(code, CultureInfo.InvariantCulture) : 0
        );

    [GeneratedRegex(@"(^`(?<file>[^`\n]+)`:\n+)?^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\$ (?<text>.+?)(\s+# exit (?<code>\d+))?$", RegexOptions.Multiline)]
    private static partial Regex Command();
}
