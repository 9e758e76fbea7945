using System.Buffers;

namespace GoldenPath.Guard.Redaction;

/// <summary>Finds what looks like a secret. Each rule begins at an anchor, a short text that is searched for with vector
/// instructions; the rest of the rule is plain code whose cost is bounded, so that no input can make it slow.</summary>
internal struct SecretRules
{
    /// <summary>Names that announce a value, whatever the value looks like.</summary>
    private static readonly string[] PasswordNames = ["password", "passwd", "pwd", "passphrase", "secret", "accountkey"];

    /// <summary>Names that announce a value, but are ordinary words as well.</summary>
    private static readonly string[] TokenNames =
        ["token", "api_key", "apikey", "api-key", "access_key", "accesskey", "access-key", "private_key", "credential", "authorization"];

    /// <summary>How the tokens of well-known services begin.</summary>
    private static readonly string[] Prefixes =
        ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "xoxa-", "sk-", "npm_", "AIza", "dckr_pat_"];

    private static readonly string[] Homes = ["/home/", "/Users/", @"C:\Users\"];

    private static readonly SearchValues<string> Anchors = SearchValues.Create(
        [.. PasswordNames, .. TokenNames, .. Prefixes, .. Homes, "eyJ", "AKIA", "ASIA", "bearer ", "cookie", "://", "-----BEGIN"],
        StringComparison.OrdinalIgnoreCase);

    private TokenRun _run;

    /// <summary>Whether a text holds anything that a secret may follow.</summary>
    public static bool MayAnnounce(ReadOnlySpan<char> text) => text.ContainsAny(Anchors);

    /// <summary>The first match that begins at or behind a place; <c>null</c> where there is none.</summary>
    public SecretMatch? Next(ReadOnlySpan<char> text, int from)
    {
        while (text[from..].IndexOfAny(Anchors) is >= 0 and var offset)
        {
            from += offset;
            if (Match(text, from) is { } match)
            {
                return match;
            }
            from++;
        }
        return null;
    }

    private SecretMatch? Match(ReadOnlySpan<char> text, int index)
    {
        var rest = text[index..];
        return rest[0] switch
        {
            '-' => PrivateKeyRules.Match(text, index),
            ':' => AddressRules.Password(text, index),
            '/' => PathRules.Home(text, index, rest.StartsWith("/home/") ? "/home/".Length : "/Users/".Length),
            'C' or 'c' when rest.StartsWith(@"C:\", StringComparison.OrdinalIgnoreCase) => PathRules.Home(text, index, @"C:\Users\".Length),
            'C' or 'c' when rest.StartsWith("cookie", StringComparison.OrdinalIgnoreCase) => CookieRules.Match(text, index),
            'e' => TokenRules.Jwt(text, index, ref _run),
            'B' or 'b' => TokenRules.Bearer(text, index),
            'A' when rest.StartsWith("AKIA") || rest.StartsWith("ASIA") => TokenRules.AwsKey(text, index, ref _run),
            _ => Prefixed(text, index) ?? Named(text, index),
        };
    }

    private SecretMatch? Prefixed(ReadOnlySpan<char> text, int index)
    {
        foreach (var prefix in Prefixes)
        {
            if (text[index..].StartsWith(prefix))
            {
                return TokenRules.Prefixed(text, index, prefix.Length, ref _run);
            }
        }
        return null;
    }

    private static SecretMatch? Named(ReadOnlySpan<char> text, int index) =>
        NameAt(text, index, PasswordNames) is > 0 and var password ? ValueRules.Match(text, index, password, isOrdinaryWord: false)
        : NameAt(text, index, TokenNames) is > 0 and var token ? ValueRules.Match(text, index, token, isOrdinaryWord: true)
        : null;

    private static int NameAt(ReadOnlySpan<char> text, int index, string[] names)
    {
        foreach (var name in names)
        {
            if (text[index..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return name.Length;
            }
        }
        return 0;
    }
}
