using System.Buffers;

namespace GoldenPath.Guard.Redaction;

/// <summary>Recognises the body of a private key in PEM form, also written on one line with <c>\n</c> spelt out.</summary>
internal static class PrivateKeyRules
{
    private const string Title = "PRIVATE KEY-----";
    private const string Footer = "-----END";
    private const int LongestHeader = 64;

    private static readonly SearchValues<char> BodyCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\\"
    );

    public static SecretMatch? Match(ReadOnlySpan<char> text, int index)
    {
        var title = text[index..Math.Min(text.Length, index + LongestHeader)].IndexOf(Title);
        if (title < 0)
        {
            return null;
        }
        var start = index + title + Title.Length;
        var end = End(text, start);
        return end > start || end == text.Length ? new(index, start, end, IsKey: true) : null;
    }

    /// <summary>Where a body ends that has begun before: at its footer, or at the first line that cannot belong to it.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length)
        {
            var length = text[start..].IndexOf('\n');
            var line = length < 0 ? text[start..] : text.Slice(start, length);
            var footer = line.IndexOf(Footer);
            if (!IsBody(footer < 0 ? line : line[..footer]))
            {
                return start;
            }
            if (footer >= 0)
            {
                return start + footer;
            }
            start += length < 0 ? line.Length : length + 1;
        }
        return text.Length;
    }

    private static bool IsBody(ReadOnlySpan<char> line)
    {
        var content = line.Trim();
        return !content.ContainsAnyExcept(BodyCharacters) || content.StartsWith("Proc-Type:") || content.StartsWith("DEK-Info:");
    }
}
