using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;

namespace GoldenPath.Guard.Redaction;

/// <summary>Recognises <c>user:password</c> in base64, as HTTP's Basic scheme and the settings of Docker and npm have it.</summary>
internal static class BasicRules
{
    private const int Shortest = 4;
    private const int LongestJudged = 1024;
    private const char LastControl = (char)31;

    private static readonly SearchValues<char> Characters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_"
    );

    /// <summary>Behind the word <c>Basic</c>.</summary>
    public static SecretMatch? Scheme(ReadOnlySpan<char> text, int index) =>
        Credentials(text, index, index + (text[index + "basic".Length] == '%' ? "basic%20".Length : "basic ".Length));

    /// <summary>Behind the name <c>"auth"</c> or <c>_auth</c>.</summary>
    public static SecretMatch? Setting(ReadOnlySpan<char> text, int index)
    {
        var end = index + (text[index] == '"' ? "\"auth\"" : "_auth").Length;
        var start = ValueRules.SkipSeparator(text, end, out _);
        return start < 0 ? null : Credentials(text, index, start + TextEscapes.QuoteLength(text, start));
    }

    private static SecretMatch? Credentials(ReadOnlySpan<char> text, int context, int start)
    {
        if (start >= text.Length)
        {
            return null;
        }
        var length = text[start..].IndexOfAnyExcept(Characters);
        var end = length < 0 ? text.Length : start + length;
        return end - start >= Shortest && HoldPassword(text[start..Math.Min(end, start + LongestJudged)]) ? new(context, start, end) : null;
    }

    // A word such as "authentication" is base64 as well, but not that of a text with a colon in it.
    private static bool HoldPassword(ReadOnlySpan<char> base64)
    {
        var whole = base64.TrimEnd('=');
        whole = whole[..(whole.Length - (whole.Length % 4 == 1 ? 1 : 0))];
        Span<byte> decoded = stackalloc byte[LongestJudged];
        return Base64Url.DecodeFromChars(Url(whole), decoded, out _, out var count) == OperationStatus.Done
            && decoded[..count].Contains((byte)':')
            && !decoded[..count].ContainsAnyInRange((byte)0, (byte)LastControl)
            && Utf8.IsValid(decoded[..count]);
    }

    private static string Url(ReadOnlySpan<char> base64) => base64.ToString().Replace('+', '-').Replace('/', '_');
}
