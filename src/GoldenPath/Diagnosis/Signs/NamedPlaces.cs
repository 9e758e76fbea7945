using System.Globalization;
using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Logs;

namespace GoldenPath.Diagnosis.Signs;

/// <summary>Finds the line of a file that messages and traces name: the program's own, not that of its libraries.</summary>
internal static partial class NamedPlaces
{
    private const int MostLines = 80;

    /// <summary>The place in its own source where an entry's error arose; <c>null</c> where none is told.</summary>
    public static (string File, int Line)? OfSource(LogEntry entry)
    {
        var places = entry.Lines.Take(MostLines).Select(line => In(line.Text, Source())).OfType<(string File, int Line)>().ToList();
        var own = places.Where(place => !Library().IsMatch(place.File)).ToList();
        // Python, and it alone, prints the innermost frame last.
        return own.Count == 0 ? null
            : entry.Lines.Any(line => line.Text.Contains("Traceback (most recent call last)", StringComparison.Ordinal)) ? own[^1]
            : own[0];
    }

    /// <summary>The line of a file of settings that a text names; <c>null</c> where it names none.</summary>
    public static (string File, int Line)? OfSettings(string text) => In(text, Settings());

    /// <summary>The line of a file of settings or of a source that a text names; <c>null</c> where it names none.</summary>
    public static (string File, int Line)? Of(string text) => In(text, Settings()) ?? In(text, Source());

    /// <summary>The line that a text names without its file; <c>null</c> where it names none.</summary>
    public static int? LineAlone(string text) => Line(Alone().Match(text));

    /// <summary>The file of settings that a command is given; <c>null</c> where it is given none.</summary>
    public static string? SettingsOf(string command) =>
        Given().Match(command) is { Success: true } match ? match.Groups["file"].Value.Trim('\'', '"') : null;

    private static (string File, int Line)? In(string text, Regex pattern)
    {
        var match = pattern.Match(text);
        return Line(match) is { } line ? (match.Groups["file"].Value, line) : null;
    }

    private static int? Line(Match match) =>
        match.Success && int.TryParse(match.Groups["line"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? line
            : null;

    [GeneratedRegex(
        @"(?<file>[\w./~@+-]*\w\.(conf|cfg|cnf|ini|ya?ml|toml|json|xml|properties|env|vcl|ru)|[\w.+~@-]*/[\w./~@+-]*\w|(?-i:[A-Z][a-z]+file))[""'”’]?"
            + @"(,? (on |at )?line:? ?|:| \(line |\[|\()(?<line>\d+)|\bline (?<line>\d+) (of|in) (file )?[""'“‘]?(?<file>[\w./~@+-]+\.\w+)",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Settings();

    [GeneratedRegex(
        @"(?<file>([A-Za-z]:\\)?[\w.\\/@~+-]*\w\.(py|js|mjs|cjs|jsx|ts|mts|tsx|rb|ru|go|rs|cs|fs|vb|java|kt|scala|php|exs?|erl|pl|pm|psgi|lua|swift|c|cc|cpp))[""'`]?(,? line |:line | on line |:|\()(?<line>\d+)",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex Source();

    [GeneratedRegex(
        @"(^|[\\/])(node_modules|site-packages|dist-packages|gems|vendor|\.cargo|rustlib|rubygems-integration|\.pyenv|python3[\d.]*|pkg[\\/]mod|go-[\d.]+|deps)[\\/]|^/(usr|opt|lib|rustc)/|^node:|^(java|jdk|sun|kotlin|scala)\W|^internal/|^<|(^|/)(gen_server|gen_tcp|proc_lib|erl_eval|kernel|net|child_process|cjs/loader|loader|proc)\.\w+$",
        Phrase.Options,
        Phrase.Timeout
    )]
    private static partial Regex Library();

    [GeneratedRegex(@"\bline:? (?<line>\d{1,6})\b", Phrase.Options | RegexOptions.IgnoreCase, Phrase.Timeout)]
    private static partial Regex Alone();

    [GeneratedRegex(
        @"(?<=[\s='""(])(?<file>[\w./~@+-]*\.(conf|cfg|cnf|ini|ya?ml|toml|json|xml|properties|vcl)|[\w./~@+-]*/[\w./~@+-]*(config|rc|file)|[\w./-]*config\.(js|cjs|mjs|ts))(?=[\s,'"");]|\.?$)",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Given();
}
