using System.Buffers;

namespace GoldenPath.Guard.Redaction;

/// <summary>Recognises tokens by their own shape.</summary>
internal static class TokenRules
{
    private const int ShortestHeader = 10;
    private const int ShortestToken = 6;
    private const int AwsKeyLength = 20;

    private static readonly SearchValues<char> BearerCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=");

    private static readonly string[] WordsAfterBearer =
        ["realm=", "error=", "scope=", "token", "auth", "scheme", "challenge", "header", "credential", "required"];

    /// <summary>A JSON web token: three runs of base64url, of which the first two begin as JSON objects do.</summary>
    public static SecretMatch? Jwt(ReadOnlySpan<char> text, int index, ref TokenRun run)
    {
        if (!text[index..].StartsWith("eyJ"))
        {
            return null;
        }
        var header = run.End(text, index);
        if (header == text.Length && header - index > ShortestHeader)
        {
            return new(index, index, header);
        }
        if (header - index < ShortestHeader || !text[header..].StartsWith(".eyJ"))
        {
            return null;
        }
        var payload = run.End(text, header + 1);
        var end = payload < text.Length && text[payload] == '.' ? SignatureEnd(text, payload + 1, ref run) : payload;
        return new(index, index, end);
    }

    public static SecretMatch? Prefixed(ReadOnlySpan<char> text, int index, int prefixLength, ref TokenRun run)
    {
        var startsWord = index == 0 || !char.IsLetterOrDigit(text[index - 1]);
        var end = run.End(text, index);
        return startsWord && end - index - prefixLength >= ShortestToken && HasDigit(text[index..Math.Min(end, index + 256)]) ? new(index, index, end) : null;
    }

    public static SecretMatch? AwsKey(ReadOnlySpan<char> text, int index, ref TokenRun run)
    {
        var end = run.End(text, index);
        var startsWord = index == 0 || !char.IsLetterOrDigit(text[index - 1]);
        return startsWord && end - index == AwsKeyLength && !text[index..end].ContainsAnyInRange('a', 'z') ? new(index, index, end) : null;
    }

    /// <summary>What follows the word Bearer, unless that is prose or a challenge.</summary>
    public static SecretMatch? Bearer(ReadOnlySpan<char> text, int index)
    {
        var start = index + "bearer ".Length;
        while (start < text.Length && text[start] == ' ' && start - index < 16)
        {
            start++;
        }
        foreach (var word in WordsAfterBearer)
        {
            if (text[start..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }
        var length = text[start..].IndexOfAnyExcept(BearerCharacters);
        var end = length < 0 ? text.Length : start + length;
        return end - start >= ShortestToken || (end == text.Length && end > start) ? new(index, start, end) : null;
    }

    private static int SignatureEnd(ReadOnlySpan<char> text, int index, ref TokenRun run) =>
        index < text.Length ? run.End(text, index) : index;

    private static bool HasDigit(ReadOnlySpan<char> token) => token.ContainsAnyInRange('0', '9');
}
