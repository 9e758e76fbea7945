using System.Text.RegularExpressions;

namespace GoldenPath.Diagnosis.Signs;

/// <summary>Finds the file or folder that a sign is about.</summary>
internal static partial class NamedPaths
{
    /// <summary>The path, as it is written there; <c>null</c> where none is named.</summary>
    public static string? Of(Sign sign) =>
        sign.Entry.Field("path", "file", "filename") is { } field && field.Length < 500 ? field
        : Quoted().Match(sign.Line.Text) is { Success: true } quoted ? quoted.Groups["path"].Value
        : Bare().Match(sign.Line.Text) is { Success: true } bare ? bare.Groups["path"].Value.TrimEnd('.', ',', ':', ';')
        : null;

    [GeneratedRegex(
        @"['""`‘](?<path>(?:[A-Za-z]:\\|\.{0,2}/|~/|\w[\w.-]*/)[^'""`’\n]{1,300}|[\w-]+\.(?:pid|lock|lck|sh|db|sqlite3?|log|json|ya?ml|toml|py|js|jar|dll))['""`’]",
        RegexOptions.CultureInvariant,
        Phrase.Timeout
    )]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"(?<![\w:/~])(?<path>(?>(?:[A-Za-z]:\\|~/|\.{0,2}/)[\w.@+~/\\-]+)(?!:\d)|[\w./-]+\.(?:pid|lock|lck|sh|db|sqlite3?|jar|dll)\b)",
        RegexOptions.CultureInvariant,
        Phrase.Timeout
    )]
    private static partial Regex Bare();
}
