using System.Buffers;

namespace GoldenPath.Guard.Redaction;

/// <summary>Recognises the values of the <c>Cookie</c> and <c>Set-Cookie</c> headers.</summary>
internal static class CookieRules
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n\"'");
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create("\r\n\"';");

    public static SecretMatch? Match(ReadOnlySpan<char> text, int index)
    {
        var start = ValueRules.SkipSeparator(text, index + "cookie".Length, out _);
        if (start < 0)
        {
            return null;
        }
        var isSet = index >= 4 && text[(index - 4)..index].Equals("set-", StringComparison.OrdinalIgnoreCase);
        if (isSet)
        {
            var name = text[start..Math.Min(text.Length, start + 256)].IndexOf('=');
            start += name + 1;
        }
        var length = text[start..].IndexOfAny(isSet ? ValueEnds : LineEnds);
        var end = length < 0 ? text.Length : start + length;
        return end > start ? new(index, start, end) : null;
    }
}
