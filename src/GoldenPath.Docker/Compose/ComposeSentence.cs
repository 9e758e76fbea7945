using System.Text.RegularExpressions;
using GoldenPath.Services;

namespace GoldenPath.Docker.Compose;

/// <summary>Finds in the output of Compose the sentence that says what is wrong: none of its help, and no advice about documentation.</summary>
internal static partial class ComposeSentence
{
    private const string Because = "is invalid because:";
    private const int LongestSentence = 500;

    /// <summary>The sentence; <c>null</c> where it said nothing.</summary>
    public static string? Of(IReadOnlyList<LogLine> log)
    {
        var said = log.Select(line => line.Text)
            .Where(text => text.Trim().Length > 0 && !IsAside(text))
            .Select(text => text.Trim())
            .ToList();
        var reason = said.FindLastIndex(text => text.EndsWith(Because, StringComparison.Ordinal));
        var sentence =
            reason >= 0
                ? string.Join(' ', said.Skip(reason).Take(2))
                : said.FindLast(text => Trouble().IsMatch(text)) ?? (said.Count > 0 ? said[^1] : null);
        return sentence is { Length: > LongestSentence } ? sentence[..LongestSentence] + "…" : sentence;
    }

    /// <summary>Whether a line is help or advice, which explains no failure.</summary>
    public static bool IsAside(string text) => Aside().IsMatch(text);

    /// <summary>Whether a sentence complains about what Compose v2 reads and v1 does not.</summary>
    public static bool ConcernsNewerFile(string sentence) =>
        sentence.Contains(Because, StringComparison.Ordinal) && Newer().IsMatch(sentence);

    [GeneratedRegex(
        @"^\s*(See '|See ""|Run '|Usage:|Options:|Commands:|For more |You might be seeing this|Encountered errors while bringing up)|docs\.docker\.com|^\s{2,}docker[ -]compose\b|^\s{2,}(-{1,2}\w|[a-z][\w-]*\s{2,}\S)|^(services:|networks:|volumes:)$"
    )]
    private static partial Regex Aside();

    [GeneratedRegex(
        @"error|invalid|no such|not found|not allowed|unknown|undefined|fail|cannot|can't|could not|denied|unsupported|refused|missing|conflict|unhealthy|did not|exited",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Trouble();

    [GeneratedRegex(
        @"'(name|include|develop|secrets|configs)' does not match|unsupported option: '(required|restart|condition)'|env_file contains|Unsupported config option for services\.\S+: '(develop|pull_policy|attach|annotations|deploy|profiles|provider|models|post_start|pre_stop)'|contains an invalid type, it should be (an array|a string)"
    )]
    private static partial Regex Newer();
}
