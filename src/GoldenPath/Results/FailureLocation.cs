using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Results;

/// <summary>Finds in the stack or message of a failure where it happened: .NET, Python, JavaScript, Go, Java, Ruby, PHP.</summary>
internal static partial class FailureLocation
{
    /// <summary>The first place that looks like a source file with a line.</summary>
    public static (string? File, int? Line) Find(string text)
    {
        foreach (var pattern in (Regex[])[DotNet(), Python(), Colon()])
        {
            if (pattern.Match(text) is { Success: true } place)
            {
                return (place.Groups["file"].Value, int.Parse(place.Groups["line"].Value, CultureInfo.InvariantCulture));
            }
        }

        return (null, null);
    }

    [GeneratedRegex(@" in (?<file>[^\r\n]+?):line (?<line>\d{1,7})", RegexOptions.NonBacktracking)]
    private static partial Regex DotNet();

    [GeneratedRegex(@"File ""(?<file>[^""\r\n]+)"", line (?<line>\d{1,7})", RegexOptions.NonBacktracking)]
    private static partial Regex Python();

    [GeneratedRegex(@"(?<file>[\w./\\@-]+\.(cs|fs|vb|py|js|jsx|mjs|cjs|ts|tsx|go|java|kt|scala|rb|php|rs|cpp|c)):(?<line>\d{1,7})", RegexOptions.NonBacktracking)]
    private static partial Regex Colon();
}
