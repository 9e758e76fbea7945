using System.Buffers;

namespace GoldenPath.Guard.Redaction;

/// <summary>Recognises tokens by their own shape.</summary>
internal static class TokenRules
{
    private const int ShortestHeader = 10;
    private const int ShortestToken = 6;
    private const int AwsKeyLength = 20;
    private const int MostParts = 5;
    private const int LongestWord = 15;

    private static readonly SearchValues<char> BearerCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/="
    );

    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly string[] WordsAfterBearer =
    [
        "realm=",
        "error=",
        "scope=",
        "token",
        "auth",
        "scheme",
        "challenge",
        "header",
        "credential",
        "required",
    ];

    /// <summary>A JSON web token, signed or encrypted: runs of base64url with dots between them, of which the first begins as a JSON object does.</summary>
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
        if (header - index < ShortestHeader || header + 1 >= text.Length || text[header] != '.')
        {
            return null;
        }
        var end = run.End(text, header + 1);
        if (end - header < ShortestHeader && end < text.Length)
        {
            return null;
        }
        for (var part = 2; part < MostParts && end + 1 < text.Length && text[end] == '.'; part++)
        {
            end = run.End(text, end + 1);
        }
        return new(index, index, end);
    }

    public static SecretMatch? AwsKey(ReadOnlySpan<char> text, int index, ref TokenRun run)
    {
        var end = run.End(text, index);
        var key = text[index..end];
        var length = key.IndexOfAnyExcept(KeyCharacters) is >= 0 and var other ? other : key.Length;
        return TextEscapes.StartWord(text, index) && length == AwsKeyLength ? new(index, index, index + length) : null;
    }

    /// <summary>What follows the word Bearer, unless that is prose or a challenge.</summary>
    public static SecretMatch? Bearer(ReadOnlySpan<char> text, int index)
    {
        var start = index + (text[index + "bearer".Length] == '%' ? "bearer%20".Length : "bearer ".Length);
        while (start < text.Length && text[start] == ' ' && start - index < 16)
        {
            start++;
        }
        var length = text[start..].IndexOfAnyExcept(BearerCharacters);
        var end = length < 0 ? text.Length : start + length;
        foreach (var word in WordsAfterBearer)
        {
            if (text[start..].StartsWith(word, StringComparison.OrdinalIgnoreCase) && (word[^1] == '=' || end - start <= LongestWord))
            {
                return null;
            }
        }
        return end - start >= ShortestToken || (end == text.Length && end > start) ? new(index, start, end) : null;
    }
}
