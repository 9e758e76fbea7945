using System.Buffers;

namespace GoldenPath.Guard.Redaction;

/// <summary>Recognises the password in an address, <c>scheme://user:password@host</c>.</summary>
internal static class AddressRules
{
    private const int LongestUserInfo = 1024;

    private static readonly SearchValues<char> Delimiters = SearchValues.Create(" \t\r\n\"'<>()[]{}?#,;`");

    public static SecretMatch? Password(ReadOnlySpan<char> text, int index)
    {
        var start = index + "://".Length;
        var window = text[Math.Min(start, text.Length)..Math.Min(text.Length, start + LongestUserInfo)];
        var length = window.IndexOfAny(Delimiters);
        var address = length < 0 ? window : window[..length];
        var colon = address.IndexOf(':');
        if (colon < 0)
        {
            return null;
        }
        var password = start + colon + 1;
        var at = address[(colon + 1)..].IndexOf('@');
        if (at < 0)
        {
            return null;
        }
        var further = address[(colon + 1 + at + 1)..].IndexOfAny('@', '/');
        if (further >= 0 && address[colon + 1 + at + 1 + further] == '@')
        {
            at += further + 1;
        }
        return at > 0 && !IsPortAndPath(address[(colon + 1)..(colon + 1 + at)]) ? new(index, password, password + at) : null;
    }

    /// <summary>The same inside another address, <c>scheme%3A%2F%2Fuser%3Apassword%40host</c>.</summary>
    public static SecretMatch? EncodedPassword(ReadOnlySpan<char> text, int index)
    {
        var start = index + "%3A%2F%2F".Length;
        var window = text[Math.Min(start, text.Length)..Math.Min(text.Length, start + LongestUserInfo)];
        var length = window.IndexOfAny(Delimiters);
        var address = length < 0 ? window : window[..length];
        var colon = address.IndexOf("%3A", StringComparison.OrdinalIgnoreCase);
        var at = colon < 0 ? -1 : address[(colon + 3)..].IndexOf("%40", StringComparison.OrdinalIgnoreCase);
        var slash = address.IndexOf("%2F", StringComparison.OrdinalIgnoreCase);
        return at > 0 && (slash < 0 || slash > colon + 3 + at) ? new(index, start + colon + 3, start + colon + 3 + at) : null;
    }

    /// <summary>Whether what stands between the colon and the sign is a port and a path that happens to hold the sign.</summary>
    private static bool IsPortAndPath(ReadOnlySpan<char> text)
    {
        var slash = text.IndexOf('/');
        return slash > 0 && !text[..slash].ContainsAnyExceptInRange('0', '9');
    }
}
