using System.Text.RegularExpressions;

namespace GoldenPath.Diagnosis.Logs;

/// <summary>Reads the fields of a line of logfmt: <c>level=error msg="no such host" host=db</c>.</summary>
internal static partial class LogfmtFields
{
    private const int Fewest = 2;

    /// <summary>The fields; <c>null</c> where the line is written otherwise.</summary>
    public static IReadOnlyDictionary<string, string>? Read(string text)
    {
        if (!Begins().IsMatch(text))
        {
            return null;
        }

        Dictionary<string, string> fields = [];
        foreach (Match pair in Pair().Matches(text))
        {
            var value = pair.Groups["value"].Value;
            fields[pair.Groups["key"].Value] = value.StartsWith('"') ? Unquote(value) : value;
        }

        return fields.Count >= Fewest ? fields : null;
    }

    private static string Unquote(string value) =>
        value
            .Trim('"')
            .Replace("\\\"", "\"", StringComparison.Ordinal)
            .Replace("\\n", "\n", StringComparison.Ordinal)
            .Replace("\\t", "\t", StringComparison.Ordinal);

    [GeneratedRegex(@"^[A-Za-z@_][\w.@-]*=(""(?:[^""\\]|\\.)*""|\S*) +[A-Za-z@_][\w.@-]*=", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Begins();

    [GeneratedRegex(@"(?<=^| )(?<key>[A-Za-z@_][\w.@-]*)=(?<value>""(?:[^""\\]|\\.)*""?|\S*)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Pair();
}
