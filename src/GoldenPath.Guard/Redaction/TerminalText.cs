using System.Buffers;
using System.Text.RegularExpressions;

namespace GoldenPath.Guard.Redaction;

/// <summary>Text that was written for a terminal, less the colours, links, titles and moves of the cursor (ECMA-48).</summary>
internal static partial class TerminalText
{
    /// <summary>A control sequence, a string such as a title or a link, or another escape; each may be cut off at the end of the text.</summary>
    private const string Escape =
        @"(?:\x1B\[|\x9B)[0-?]*[ -/]*(?:[@-~]|\z)|\x1B[\]PX^_][^\x07\x1B\n]*(?:\x07|\x1B\\|\z)?|\x1B[ -/]*(?:[0-~]|\z)";

    private static readonly SearchValues<char> Controls = SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(code => char.IsControl(code) && code != '\t'),
    ]);

    private static readonly SearchValues<char> Moves = SearchValues.Create("ABCDEFGHJKf\r");

    /// <summary>The text without escape sequences. Line ends and other control characters stay.</summary>
    public static string WithoutEscapes(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Escapes().Replace(text, "");
    }

    /// <summary>One line as a person reads it: without escape sequences and control characters, and with a space where the cursor was moved.</summary>
    public static string Line(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.AsSpan().ContainsAny(Controls) ? Unseen().Replace(line, match => IsGap(match, line) ? " " : "") : line;
    }

    private static bool IsGap(Match match, string line) =>
        match.Index > 0
        && match.Index + match.Length < line.Length
        && match.ValueSpan.ContainsAny(Moves)
        && !match.ValueSpan.ContainsAny("](");

    [GeneratedRegex(Escape)]
    private static partial Regex Escapes();

    [GeneratedRegex($@"(?:{Escape}|[\x00-\x08\x0A-\x1F\x7F-\x9F])+")]
    private static partial Regex Unseen();
}
