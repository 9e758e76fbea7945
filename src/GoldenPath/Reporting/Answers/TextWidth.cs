using System.Text;

namespace GoldenPath.Reporting.Answers;

/// <summary>How many columns of a terminal a text takes.</summary>
internal static class TextWidth
{
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F),
        (0x2E80, 0xA4CF),
        (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF),
        (0xFE30, 0xFE6F),
        (0xFF00, 0xFF60),
        (0xFFE0, 0xFFE6),
        (0x1F300, 0x1FAFF),
        (0x20000, 0x3FFFD),
    ];

    /// <summary>The width of a line.</summary>
    public static int Of(string line) => line.EnumerateRunes().Sum(Of);

    /// <summary>The line, or as much of its beginning as there is room for, and a sign that it goes on.</summary>
    public static string Cut(string line, int columns, char sign)
    {
        if (Of(line) <= columns)
        {
            return line;
        }

        var kept = new StringBuilder();
        var used = 1;
        foreach (var rune in line.EnumerateRunes().TakeWhile(rune => (used += Of(rune)) <= columns))
        {
            kept.Append(rune.ToString());
        }

        return kept.ToString().TrimEnd() + sign;
    }

    private static int Of(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.EnclosingMark
            ? 0
        : rune.Value >= Wide[0].First && Wide.Any(range => rune.Value >= range.First && rune.Value <= range.Last) ? 2
        : 1;
}
