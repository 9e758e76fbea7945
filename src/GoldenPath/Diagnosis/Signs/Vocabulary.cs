using System.Text.RegularExpressions;

namespace GoldenPath.Diagnosis.Signs;

/// <summary>What lines tell of, by what is meant: codes of the system, types of errors and words, whichever program uses them.</summary>
internal static partial class Vocabulary
{
    // What is told more exactly comes first: a watch that finds no space is no full disk, a port that may not be bound is no file.
    private static readonly IReadOnlyList<Phrase> Phrases =
    [
        .. EngineWords.All,
        .. ListeningWords.All,
        .. MachineWords.All,
        .. ProgramWords.All,
        .. DependencyWords.All,
        .. ConfigurationWords.All,
        .. PathWords.All,
    ];

    /// <summary>What a line tells of, and what of; <c>null</c> where it tells nothing.</summary>
    public static (SignKind Kind, string? Subject)? Of(string text)
    {
        foreach (var phrase in Phrases)
        {
            if (phrase.In(text) is { } match)
            {
                return (
                    phrase.Kind,
                    match.Groups["subject"] is { Success: true, Length: > 0 } subject ? subject.Value.Trim('\'', '"', '`', '.', ',') : null
                );
            }
        }

        return Error().IsMatch(text) && !NoError().IsMatch(text) ? (SignKind.Error, null)
            : Recovery().IsMatch(text) && !Negation().IsMatch(text) ? (SignKind.Recovery, null)
            : null;
    }

    /// <summary>Whether a line tells of one thing, whatever else it tells of.</summary>
    public static bool Tells(SignKind kind, string text)
    {
        try
        {
            return Phrases.Any(phrase => phrase.Kind == kind && phrase.In(text) is not null);
        }
        catch (RegexMatchTimeoutException)
        {
            return false; // A line made to keep us busy tells nothing.
        }
    }

    [GeneratedRegex(
        @"\b\w*(Error|Exception)\b|\b(error|fatal|panic|panicked|critical|crit|fail|failed|failure|cannot|could not|can't|couldn't|unable to|refus(ed|ing|es)|abort(ed|ing)?|invalid|corrupt(ed)?|unsupported|denied|expired|"
            + @"segmentation fault|core dumped|assertion|terminate called|not found|no such|illegal|unexpected|mismatch|must|undefined|sorry|give up|gave up|game over|crash(ed)?)\b|Traceback|\[emerg\]",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Error();

    [GeneratedRegex(
        @"\b(0|no|without) (errors?|failures?)\b|errors?[=:] ?0\b|failed[=:] ?0\b|error[-_ ]?(handler|page|log|reporting)\b|on[-_ ]error\b|fail(ure)?[-_ ]?(over|fast|open|threshold)",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex NoError();

    [GeneratedRegex(
        @"\b(connected|reconnected|recovered|listening|started|ready|succeeded|resumed|established|bound|running on|acquired|accepting connections|healthy)\b",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Recovery();

    [GeneratedRegex(
        @"\b(not|never|waiting|failed|cannot|refused|retry(ing)?|until|when|before|lost|being|getting)\b|\?",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Negation();
}
