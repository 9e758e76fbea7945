using System.Globalization;
using System.Text.RegularExpressions;

namespace GoldenPath.Diagnosis.Logs;

/// <summary>What precedes the message of a line: time, level, and where it comes from, in whatever order and dress.</summary>
/// <param name="Time">When; <c>null</c> where it is not told with a date.</param>
/// <param name="Level">How grave.</param>
/// <param name="Source">The logger, module or container.</param>
/// <param name="Message">The rest.</param>
/// <param name="IsStamped">Whether a time, with or without a date, precedes it.</param>
internal readonly partial record struct LineHead(DateTimeOffset? Time, LogLevel Level, string? Source, string Message, bool IsStamped)
{
    private const int MostParts = 8;
    private const int Timeout = 2000; // milliseconds for one line, which may be hostile, on a machine that may be busy

    /// <summary>Whether something of a head was found.</summary>
    public bool IsFound => IsStamped || Level != LogLevel.Unknown;

    /// <summary>Reads the head of a line.</summary>
    public static LineHead Of(string line)
    {
        var head = Compose().Match(line) is { Success: true } of
            ? new LineHead(null, LogLevel.Unknown, of.Groups["source"].Value, line[of.Length..], false)
            : new LineHead(null, LogLevel.Unknown, null, line, false);
        for (var part = 0; part < MostParts; part++)
        {
            var next = head.WithoutNext();
            if (next == head)
            {
                break;
            }

            head = next;
        }

        return head;
    }

    private LineHead WithoutNext()
    {
        if (!IsStamped && Clock().Match(Message) is { Success: true } clock)
        {
            var letter = clock.Groups["letter"];
            return this with
            {
                Time = Date(clock.Groups["date"].Value),
                IsStamped = true,
                Level = letter.Success ? LogLevels.Of(letter.Value) : Level,
                Message = Message[clock.Length..],
            };
        }

        if (Level == LogLevel.Unknown && Word().Match(Message) is { Success: true } word && (IsStamped || Stands(word)))
        {
            return this with { Level = LogLevels.Of(word.Groups["level"].Value), Message = Message[word.Length..] };
        }

        if (IsFound && Bracket().Match(Message) is { Success: true } bracket)
        {
            var inside = bracket.Groups["inside"].Value;
            return this with
            {
                Level = Level == LogLevel.Unknown ? LogLevels.Of(inside[(inside.LastIndexOf(':') + 1)..]) : Level,
                Source = inside.Any(char.IsLetter) ? Source ?? inside : Source,
                Message = Message[bracket.Length..],
            };
        }

        return this;
    }

    // Without a time before it, "error" may begin a sentence: a level is written in capitals, in brackets, or before a colon.
    private static bool Stands(Match word) =>
        word.Groups["level"].Value is var level && (word.Groups["end"].Length > 0 || (level.Length > 2 && level.All(char.IsUpper)));

    private static DateTimeOffset? Date(string text) =>
        DateTimeOffset.TryParse(
            text.Replace(',', '.').Replace('/', '-').Replace(" UTC", "Z", StringComparison.Ordinal),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : null;

    [GeneratedRegex(@"^(?<source>[A-Za-z][\w.-]{0,60}) +\| ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Compose();

    [GeneratedRegex(
        @"^(?:[A-Z], )?[\[(]?(?:(?<date>\d{4}[-/.]\d\d[-/.]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?)|\d\d?[:.]\d\d[:.]\d\d(?:[.,]\d+)?(?: [AP]M)?"
            + @"|(?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d+)?(?: \d{4})?|\d+:[A-Z] \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d\.\d+ [#*.-]"
            + @"|(?<letter>[IWEF])\d{4} \d\d:\d\d:\d\d\.\d+\s+\d+ [\w./-]+:\d+|\d\d[-/][A-Za-z0-9]{2,3}[-/]\d{4}[ :T]\d\d:\d\d:\d\d(?:[.,]\d+)?)(?: #\d+)?[\])]?[\s|:]*(?:- )?",
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"^(?<begin>[\[<(|]?) ?(?<level>(?i:trace|trce|debug|dbug|dbg|verbose|info|information|inf|notice|log|warn|warning|wrn|error|err|eror|fail|severe|crit|critical|fatal error|fatal|ftl|"
            + @"panic|emerg|alert|emergency|note)) *(?<end>[\]>):|]{0,2})(?=[\s\[(]|$)[\s|-]*",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Word();

    [GeneratedRegex(
        @"^(?:[\[(](?<inside>[^\])]{1,80})[\])]|(?<inside>\d+(?:#\d+)?)(?=[\s:])|---?|::)[\s:|]*(?:- )?",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Bracket();
}
