using System.Buffers;

namespace GoldenPath.Guard.Redaction;

/// <summary>Text inside text: what stands for a quote, a separator or the space before a word when one is written into JSON, an address, HTML or a terminal.</summary>
internal static class TextEscapes
{
    private const int MostBackslashes = 8;
    private const int LongestColour = 12;

    private static readonly SearchValues<char> ColourNumbers = SearchValues.Create("0123456789;");
    private static readonly string[] EncodedQuotes = ["%22", "%27", "&quot;", "&#34;", "&#39;"];
    private static readonly string[] EncodedSeparators = ["%3D", "%3A", "&#58;", "&#61;"];

    /// <summary>Whether a word begins at a place, also right behind an escape that ends in a letter or digit: <c>\n</c>, <c>%3D</c>, <c>\u0022</c>, a colour.</summary>
    public static bool StartWord(ReadOnlySpan<char> text, int index)
    {
        if (index == 0 || !char.IsLetterOrDigit(text[index - 1]))
        {
            return true;
        }
        var before = text[..index];
        return (before.Length >= 2 && before[^2] == '\\')
            || (before.Length >= 3 && before[^3] == '%' && AreHexadecimal(before[^2..]))
            || (before.Length >= 4 && before[^4] == '\\' && before[^3] is 'x' && AreHexadecimal(before[^2..]))
            || (before.Length >= 6 && before[^6] == '\\' && before[^5] is 'u' && AreHexadecimal(before[^4..]))
            || EndsInColour(before);
    }

    /// <summary>The length of the quote that begins at a place, in whatever spelling: <c>"</c>, <c>\"</c>, <c>\u0022</c>, <c>%22</c>, <c>&amp;quot;</c>; 0 where none does.</summary>
    public static int QuoteLength(ReadOnlySpan<char> text, int index)
    {
        var at = index;
        while (at < text.Length && at < index + MostBackslashes && text[at] == '\\')
        {
            at++;
        }
        if (at >= text.Length)
        {
            return 0;
        }
        if (text[at] is '"' or '\'' or '`')
        {
            return at + 1 - index;
        }
        return at > index
            ? (text[at..].StartsWith("u0022") || text[at..].StartsWith("u0027") ? at + 5 - index : 0)
            : LengthOf(text[index..], EncodedQuotes);
    }

    /// <summary>The length of an encoded <c>=</c> or <c>:</c> at a place; 0 where none is.</summary>
    public static int SeparatorLength(ReadOnlySpan<char> text, int index) => LengthOf(text[index..], EncodedSeparators);

    private static int LengthOf(ReadOnlySpan<char> text, string[] spellings)
    {
        if (text.IsEmpty || text[0] is not ('%' or '&'))
        {
            return 0;
        }
        foreach (var spelling in spellings)
        {
            if (text.StartsWith(spelling, StringComparison.OrdinalIgnoreCase))
            {
                return spelling.Length;
            }
        }
        return 0;
    }

    private static bool AreHexadecimal(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }
        return true;
    }

    private static bool EndsInColour(ReadOnlySpan<char> before)
    {
        if (before[^1] != 'm')
        {
            return false;
        }
        var window = before[Math.Max(0, before.Length - LongestColour)..^1];
        var numbers = window.LastIndexOfAnyExcept(ColourNumbers);
        return numbers >= 0 && window[numbers] == '[';
    }
}
