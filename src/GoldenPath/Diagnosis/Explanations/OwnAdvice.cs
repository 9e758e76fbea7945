using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>What a log itself advises beside its error, as words to read: nothing of it becomes a command.</summary>
internal static partial class OwnAdvice
{
    private const int LinesAround = 8;
    private const int Longest = 400;

    /// <summary>The advice that stands with a sign, or closely after it; nothing where there is none.</summary>
    public static IEnumerable<Remedy> Of(Story story, Sign sign) =>
        sign
            .Entry.Lines.SkipWhile(line => line != sign.Line)
            .Concat(story.Entries.Skip(sign.Index + 1).Take(LinesAround).SelectMany(entry => entry.Lines.Take(LinesAround)))
            .Take(LinesAround)
            .Select(line => line.Text.Trim())
            .Where(text => text.Length <= Longest && Advises().IsMatch(text))
            .Take(1)
            .Select(text => new Remedy($"Its log advises: {text}"));

    [GeneratedRegex(
        @"^\W{0,4}(hint|tip|help|note|try|please|run|use|to (fix|solve|resolve)|solution|fix|action)\b|\b(please|did you (mean|forget)|make sure|you (may|might|can|need|must|should|have to)|try (to |running|starting)|consider|instead)\b|\b(run|use|with|running) [`'""]\w+|\bthen (use|run)\b",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Advises();
}
