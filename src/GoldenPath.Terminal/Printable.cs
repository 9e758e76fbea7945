using System.Globalization;
using System.Text;

namespace GoldenPath.Terminal;

/// <summary>Text of others made fit for a terminal: what would move the cursor, change colours or titles, turn the direction of writing or hide, stays text.</summary>
internal static class Printable
{
    /// <summary>One line; line ends in it become spaces.</summary>
    public static string Line(string text)
    {
        if (!text.EnumerateRunes().Any(IsHidden))
        {
            return text;
        }

        var line = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            line.Append(IsHidden(rune) ? Shown(rune) : rune.ToString());
        }

        return line.ToString();
    }

    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
        || rune.Value is '\u00A0' or 0x034F or 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0;

    private static string Shown(Rune rune) =>
        rune.Value switch
        {
            '\n' or '\t' or '\u00A0' => " ",
            '\r' => "",
            '\e' => "\\e",
            < 0x100 => string.Create(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
        };
}
