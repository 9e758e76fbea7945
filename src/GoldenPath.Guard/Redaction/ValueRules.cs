using System.Buffers;

namespace GoldenPath.Guard.Redaction;

/// <summary>Recognises the value that a name such as <c>password</c> announces, in assignments, JSON, YAML, headers and queries.</summary>
internal static class ValueRules
{
    private const int LongestName = 48;
    private const int MostSpaces = 4;
    private const int LongestJudged = 1024;

    private static readonly SearchValues<char> UnquotedEnds = SearchValues.Create(" \t\r\n,;&\"'<>)}]`|");
    private static readonly string[] Schemes = ["bearer ", "basic ", "digest ", "negotiate ", "apikey ", "aws4-hmac-sha256 "];
    private static readonly string[] SchemesOfTheHeader = [.. Schemes, "token ", "bot ", "ntlm "];

    /// <summary>Where an encoded value ends that an encoded sign announced: at an encoded quote, space, line end or one of <c>&amp; , ; }</c>.</summary>
    private static readonly string[] EncodedEnds = ["%22", "%27", "%20", "%0A", "%0D", "%26", "%2C", "%3B", "%7D"];

    /// <summary>How the names of classes end that speak of passwords without holding one.</summary>
    private static readonly string[] ClassEndings =
    [
        "Error",
        "Exception",
        "Failure",
        "Failed",
        "Fault",
        "Warning",
        "Problem",
        "Invalid",
        "Incorrect",
        "Mismatch",
        "Missing",
        "Required",
        "Expired",
        "TooShort",
        "TooLong",
        "TooWeak",
        "Service",
        "Controller",
        "Handler",
        "Validator",
        "Provider",
        "Factory",
        "Manager",
        "Filter",
        "Policy",
        "Hasher",
        "Encoder",
        "Generator",
        "Test",
        "Tests",
        "Spec",
        "Specs",
    ];

    /// <summary>The value behind a name; <c>null</c> where no value follows.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">Where the name begins.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="isOrdinaryWord">Whether the name is used in prose too, so that the value must look like a secret.</param>
    public static SecretMatch? Match(ReadOnlySpan<char> text, int index, int length, bool isOrdinaryWord)
    {
        var end = index + length;
        if (isOrdinaryWord && end < text.Length && text[end] is 's' or 'S' or 'i')
        {
            return null; // Tokens are counted and tokenizers named, in the logs of agents above all.
        }
        var endOfName = EndOfName(text, end);
        var start = SkipSeparator(text, endOfName, out var isProse);
        return start < 0 || start >= text.Length || (isProse && IsClass(text[end..endOfName]))
            ? null
            : Value(text, index, start, new(isOrdinaryWord, endOfName == end, isProse));
    }

    /// <summary>Where the value begins behind <c>=</c> or <c>:</c>, quotes and spaces, plain or encoded; -1 where there is no such sign.</summary>
    public static int SkipSeparator(ReadOnlySpan<char> text, int index, out bool isProse)
    {
        var quoted = index + TextEscapes.QuoteLength(text, index);
        var sign = SkipSpaces(text, quoted);
        isProse = quoted == index && sign < text.Length && text[sign] == ':';
        if (sign < text.Length && TextEscapes.SeparatorLength(text, sign) is > 0 and var encoded)
        {
            return SkipSpaces(text, sign + encoded);
        }
        if (sign >= text.Length || text[sign] is not ('=' or ':'))
        {
            return -1;
        }
        sign += sign + 1 < text.Length && text[sign + 1] is '>' or '=' ? 2 : 1;
        return SkipSpaces(text, sign);
    }

    private static SecretMatch? Value(ReadOnlySpan<char> text, int context, int start, AnnouncedValue announced)
    {
        var opening = start + TextEscapes.QuoteLength(text, start);
        foreach (
            var scheme in text[context..].StartsWith("authorization", StringComparison.OrdinalIgnoreCase) ? SchemesOfTheHeader : Schemes
        )
        {
            if (text[opening..].StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return Until(text, context, opening + scheme.Length, text[opening..].IndexOfAny('\r', '\n', '"'), opening);
            }
        }
        var length = opening > start ? QuotedLength(text, start, opening) : UnquotedLength(text, start);
        if (Until(text, context, opening, length, opening) is not { } match)
        {
            return null;
        }
        var isLong = match.End - match.Start > LongestJudged; // Not judged, so that no text is walked again and again.
        var follows = match.End < text.Length ? text[match.End] : '\n';
        return isLong || announced.IsSecret(text[match.Start..match.End], opening > start, follows) ? match : null;
    }

    private static SecretMatch? Until(ReadOnlySpan<char> text, int context, int start, int length, int origin)
    {
        var end = length < 0 ? text.Length : origin + length;
        return end > start ? new(context, start, end) : null;
    }

    private static int UnquotedLength(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOfAny(UnquotedEnds);
        if (start < 3 || TextEscapes.SeparatorLength(text, start - 3) == 0)
        {
            return length;
        }
        var value = text[start..(length < 0 ? Math.Min(text.Length, start + LongestJudged) : start + Math.Min(length, LongestJudged))];
        foreach (var end in EncodedEnds)
        {
            if (value.IndexOf(end, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            {
                value = value[..at];
            }
        }
        return value.Length;
    }

    /// <summary>The length up to the closing quote: the same spelling, with as many backslashes as the opening one.</summary>
    private static int QuotedLength(ReadOnlySpan<char> text, int start, int opening)
    {
        var quote = text[opening - 1];
        if (quote is not ('"' or '\'' or '`'))
        {
            return EncodedLength(text[opening..], text[start..opening]);
        }
        var isEscaped = opening - start > 1;
        for (var i = opening; i < text.Length; i++)
        {
            if (text[i] is '\n')
            {
                return i - opening;
            }
            if (text[i] == '\\' && !isEscaped)
            {
                i++;
            }
            else if (text[i] == quote || (isEscaped && text[i] == '\\'))
            {
                return i - opening;
            }
        }
        return -1;
    }

    private static int EncodedLength(ReadOnlySpan<char> text, ReadOnlySpan<char> quote)
    {
        var line = text.IndexOf('\n') is >= 0 and var lineEnd ? text[..lineEnd] : text;
        return line.IndexOf(quote, StringComparison.OrdinalIgnoreCase) is >= 0 and var end ? end : line.Length;
    }

    private static bool IsClass(ReadOnlySpan<char> restOfName)
    {
        foreach (var ending in ClassEndings)
        {
            if (restOfName.EndsWith(ending))
            {
                return true;
            }
        }
        return false;
    }

    private static int EndOfName(ReadOnlySpan<char> text, int index)
    {
        var limit = Math.Min(text.Length, index + LongestName);
        while (index < limit && (char.IsAsciiLetterOrDigit(text[index]) || text[index] is '_' or '-'))
        {
            index++;
        }
        return index;
    }

    private static int SkipSpaces(ReadOnlySpan<char> text, int index)
    {
        var limit = Math.Min(text.Length, index + MostSpaces);
        while (index < limit && text[index] is ' ' or '\t')
        {
            index++;
        }
        return text[Math.Min(index, text.Length)..].StartsWith("%20") ? index + "%20".Length : index;
    }
}
