using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GoldenPath.Reporting.Jobs;

/// <summary>What a process says to the runner of GitHub Actions, a line each, on its standard output.</summary>
/// <remarks>https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands</remarks>
internal static partial class WorkflowCommand
{
    /// <summary>Marks a place of the sources.</summary>
    public static string Error(Annotation annotation)
    {
        var command = new StringBuilder("::error ");
        if (annotation.Place is { } place)
        {
            command.Append(CultureInfo.InvariantCulture, $"file={Property(place.File)},");
            command.Append(place.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"line={line},") : "");
        }

        return command.Append(CultureInfo.InvariantCulture, $"title={Property(annotation.Title)}::{Data(annotation.Message)}").ToString();
    }

    /// <summary>Lets the runner show a secret as <c>***</c> from now on; a command for each of its lines, as the runner looks at lines.</summary>
    public static IEnumerable<string> Masks(string secret) =>
        secret
            .Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => $"::add-mask::{Data(line)}");

    /// <summary>Folds the lines that follow.</summary>
    public static string Group(string title) => $"::group::{Data(title)}";

    /// <summary>Ends that.</summary>
    public const string EndGroup = "::endgroup::";

    /// <summary>Text that the runner takes for nothing but text: commands are told by <c>::</c> at the beginning of a line, or by <c>##[</c> anywhere.</summary>
    public static string Harmless(string text) => Beginning().Replace(text, match => OutsideText.Break + match.Value);

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<=\A|[\r\n])\s*::|(?<=##)\[")]
    private static partial Regex Beginning();
}
