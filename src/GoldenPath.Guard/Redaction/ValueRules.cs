using System.Buffers;

namespace GoldenPath.Guard.Redaction;

/// <summary>Recognises the value that a name such as <c>password</c> announces, in assignments, JSON, YAML, headers and queries.</summary>
internal static class ValueRules
{
    private const int LongestName = 48;
    private const int MostSpaces = 4;
    private const int ShortestToken = 6;
    private const int LongestJudged = 1024;

    private static readonly SearchValues<char> UnquotedEnds = SearchValues.Create(" \t\r\n,;&\"'<>)}]`|");
    private static readonly string[] Schemes = ["bearer ", "basic ", "digest ", "negotiate ", "apikey ", "aws4-hmac-sha256 "];
    private static readonly string[] NoSecrets = ["null", "none", "nil", "true", "false", "undefined", "string"];

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
        var start = SkipSeparator(text, EndOfName(text, end), out var isProse);
        return start < 0 || start >= text.Length ? null : Value(text, index, start, isOrdinaryWord, isProse);
    }

    /// <summary>Where the value begins behind <c>=</c> or <c>:</c>, quotes and spaces; -1 where there is no such sign.</summary>
    public static int SkipSeparator(ReadOnlySpan<char> text, int index, out bool isProse)
    {
        var quoted = SkipQuote(text, index);
        var sign = SkipSpaces(text, quoted);
        isProse = quoted == index && sign < text.Length && text[sign] == ':';
        if (sign >= text.Length || text[sign] is not ('=' or ':'))
        {
            return -1;
        }
        sign += sign + 1 < text.Length && text[sign + 1] is '>' or '=' ? 2 : 1;
        return SkipSpaces(text, sign);
    }

    private static SecretMatch? Value(ReadOnlySpan<char> text, int context, int start, bool isOrdinaryWord, bool isProse)
    {
        foreach (var scheme in Schemes)
        {
            var afterQuote = SkipQuote(text, start);
            if (text[afterQuote..].StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return Until(text, context, afterQuote + scheme.Length, text[afterQuote..].IndexOfAny('\r', '\n', '"'), afterQuote);
            }
        }
        var opening = SkipQuote(text, start);
        var length = opening > start ? QuotedLength(text, start, opening) : text[start..].IndexOfAny(UnquotedEnds);
        if (Until(text, context, opening, length, opening) is not { } match)
        {
            return null;
        }
        var isLong = match.End - match.Start > LongestJudged; // Not judged, so that no text is walked again and again.
        return isLong || IsSecret(text[match.Start..match.End], isOrdinaryWord, isProse && opening == start) ? match : null;
    }

    private static SecretMatch? Until(ReadOnlySpan<char> text, int context, int start, int length, int origin)
    {
        var end = length < 0 ? text.Length : origin + length;
        return end > start ? new(context, start, end) : null;
    }

    private static bool IsSecret(ReadOnlySpan<char> value, bool isOrdinaryWord, bool isProse)
    {
        foreach (var word in NoSecrets)
        {
            if (value.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }
        return value[0] is not ('{' or '[') && !value.StartsWith("${")
            && (!isOrdinaryWord || (value.Length >= ShortestToken && value.ContainsAnyExceptInRange('0', '9') && (!isProse || LooksRandom(value))));
    }

    private static bool LooksRandom(ReadOnlySpan<char> value)
    {
        var head = value[..Math.Min(value.Length, 64)];
        return head.ContainsAnyInRange('0', '9') || (head[1..].ContainsAnyInRange('A', 'Z') && head.ContainsAnyInRange('a', 'z'));
    }

    /// <summary>The length up to the closing quote: the same character, with as many backslashes as the opening one.</summary>
    private static int QuotedLength(ReadOnlySpan<char> text, int start, int opening)
    {
        var quote = text[opening - 1];
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
        return index;
    }

    private static int SkipQuote(ReadOnlySpan<char> text, int index)
    {
        var quote = index;
        while (quote < text.Length && quote < index + MostSpaces && text[quote] == '\\')
        {
            quote++;
        }
        return quote < text.Length && text[quote] is '"' or '\'' or '`' ? quote + 1 : index;
    }
}
