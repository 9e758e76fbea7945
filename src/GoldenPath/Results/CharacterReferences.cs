using System.Buffers;
using System.Globalization;

namespace GoldenPath.Results;

/// <summary>Mends the references in the text of a file, which would make a reader give up: Python writes half surrogates as <c>&amp;#xd83d;</c>,
/// others the zeros and escapes of consoles as <c>&amp;#0;</c>, and some leave an <c>&amp;</c> as it is.</summary>
/// <remarks>Two halves in a row are one character; what is none becomes U+FFFD; a name that is no entity of XML's own stays as it is written, so entities of
/// a document type come to nothing.</remarks>
internal sealed class CharacterReferences
{
    /// <summary>The longest reference that is looked at.</summary>
    private const int Longest = 24;

    private const string CDataStart = "<![CDATA[";
    private const string CDataEnd = "]]>";

    private static readonly SearchValues<char> Special = SearchValues.Create("&<");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    private bool _isCData;

    /// <summary>Mends a text that follows the one before.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isLast">Whether nothing follows it. Otherwise its end, which may be half a reference, is left for the next time.</param>
    /// <param name="mended">What takes the mended text.</param>
    /// <returns>How many characters were taken.</returns>
    public int Mend(ReadOnlySpan<char> text, bool isLast, IBufferWriter<char> mended)
    {
        var taken = 0;
        while (taken < text.Length && (isLast || text.Length - taken >= 2 * Longest))
        {
            var rest = text[taken..];
            taken +=
                _isCData ? CopyCData(rest, isLast, mended)
                : rest[0] == '&' ? MendReference(rest, mended)
                : CopyText(rest, mended);
        }

        return taken;
    }

    private int CopyText(ReadOnlySpan<char> text, IBufferWriter<char> mended)
    {
        _isCData = text.StartsWith(CDataStart, StringComparison.Ordinal);
        var length = _isCData ? CDataStart.Length : 1 + text[1..].IndexOfAny(Special);
        return Copy(length == 0 ? text : text[..length], mended);
    }

    private int CopyCData(ReadOnlySpan<char> text, bool isLast, IBufferWriter<char> mended)
    {
        var end = text.IndexOf(CDataEnd, StringComparison.Ordinal);
        _isCData = end < 0;
        return Copy(
            end >= 0 ? text[..(end + CDataEnd.Length)]
                : isLast ? text
                : text[..^CDataEnd.Length],
            mended
        );
    }

    private static int MendReference(ReadOnlySpan<char> text, IBufferWriter<char> mended)
    {
        var end = text[..Math.Min(text.Length, Longest)].IndexOf(';');
        if (end > 0 && text[1..end] is "amp" or "lt" or "gt" or "quot" or "apos")
        {
            return Copy(text[..(end + 1)], mended);
        }

        if (Number(text, out var code) is > 0 and var length)
        {
            return IsAllowed(code) ? Copy(text[..length], mended) : MendCharacter(text, code, length, mended);
        }

        mended.Write("&amp;");
        return 1;
    }

    private static int MendCharacter(ReadOnlySpan<char> text, long code, int length, IBufferWriter<char> mended)
    {
        var follows = Number(text[length..], out var low);
        if (code is >= 0xD800 and <= 0xDBFF && low is >= 0xDC00 and <= 0xDFFF)
        {
            mended.Write([(char)code, (char)low]);
            return length + follows;
        }

        mended.Write("\uFFFD");
        return length;
    }

    /// <summary>The length of the numeric reference that a text begins with; 0 where it begins with none.</summary>
    private static int Number(ReadOnlySpan<char> text, out long code)
    {
        code = 0;
        var end = text[..Math.Min(text.Length, Longest)].IndexOf(';');
        if (end < 3 || text is not ['&', '#', ..])
        {
            return 0;
        }

        var isHex = text[2] == 'x';
        var digits = text[(isHex ? 3 : 2)..end];
        var isNumber = long.TryParse(
            digits,
            isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture,
            out code
        );
        return isNumber || (digits.Length > 0 && !digits.ContainsAnyExcept(isHex ? HexDigits : Digits)) ? end + 1 : 0;
    }

    private static bool IsAllowed(long code) =>
        code is 0x9 or 0xA or 0xD or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or (>= 0x10000 and <= 0x10FFFF);

    private static int Copy(ReadOnlySpan<char> text, IBufferWriter<char> mended)
    {
        mended.Write(text);
        return text.Length;
    }
}
