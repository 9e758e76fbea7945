using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Results;

/// <summary>Finds in the stack or message of a failure where it happened: .NET, Python, JavaScript, Go, Java, Ruby, PHP, Rust, C++ and others that write
/// <c>file:line</c>.</summary>
internal static partial class FailureLocation
{
    /// <summary>Frames of test frameworks, assertion libraries, runtimes and packages: never where a test failed.</summary>
    private static readonly string[] Foreign =
    [
        "/_/",
        "node_modules",
        "node:internal",
        "site-packages",
        "dist-packages",
        "/usr/lib/python",
        "org.junit",
        "junit.framework",
        "org.testng",
        "org.opentest4j",
        "org.assertj",
        "org.hamcrest",
        "java.base/",
        "at java.",
        "at jdk.",
        "at sun.",
        "org.apache.maven",
        "/usr/local/go/",
        "/usr/lib/go",
        "testing.go",
    ];

    private const string Extensions =
        "cs|fs|vb|py|js|jsx|mjs|cjs|ts|tsx|mts|cts|vue|svelte|go|java|kt|kts|scala|groovy|rb|php|rs|swift|dart|ex|exs|lua|pl|t|c|cc|cpp|cxx|h|hpp|m|mm|feature";

    /// <summary>The first place that looks like a source file with a line, outside of what tests are written with.</summary>
    public static (string? File, int? Line) Find(string text)
    {
        foreach (var pattern in (Regex[])[DotNet(), Python(), Colon()])
        {
            var places = pattern.Matches(text);
            if ((places.FirstOrDefault(place => !IsForeign(text, place)) ?? places.FirstOrDefault()) is { } place)
            {
                return (Path(place.Groups["file"].Value), int.Parse(place.Groups["line"].Value, CultureInfo.InvariantCulture));
            }
        }

        return (null, null);
    }

    // Of a file's URL, file:///work/a.js, the name of the scheme has been left out.
    private static string Path(string file) => file.StartsWith("//", StringComparison.Ordinal) ? "/" + file.TrimStart('/') : file;

    private static bool IsForeign(string text, Match place)
    {
        var start = text.LastIndexOf('\n', place.Index) + 1;
        var line = text.AsSpan(start, place.Index + place.Length - start);
        foreach (var word in Foreign)
        {
            if (line.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    [GeneratedRegex(@" in (?<file>[^\r\n]+?):line (?<line>\d{1,7})", RegexOptions.NonBacktracking)]
    private static partial Regex DotNet();

    [GeneratedRegex(@"File ""(?<file>[^""\r\n]+)"", line (?<line>\d{1,7})", RegexOptions.NonBacktracking)]
    private static partial Regex Python();

    // In brackets, as JavaScript has it, a path may hold blanks: (/work/my app/a.js:17:21).
    [GeneratedRegex(
        $@"\((?<file>([A-Za-z]:)?[^():\r\n]+\.({Extensions})):(?<line>\d{{1,7}}):\d+\)|"
            + $@"(?<file>(\b[A-Za-z]:[\\/])?[\w./\\@+~-]+\.({Extensions}))(:(?<line>\d{{1,7}})|\((?<line>\d{{1,7}})\))",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Colon();
}
