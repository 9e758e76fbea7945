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
    [
        "token",
        "api_key",
        "apikey",
        "api-key",
        "access_key",
        "accesskey",
        "access-key",
        "private_key",
        "credential",
        "authorization",
    ];

    private static readonly string[] Homes = ["/home/", "/Users/", @"C:\Users\", @"C:\\Users\\", "C:/Users/"]; // Windows' also as JSON and URLs have it.

    private static readonly SearchValues<string> Anchors = SearchValues.Create(
        [
            .. PasswordNames,
            .. TokenNames,
            .. Homes,
            .. TokenShapes.All.Select(shape => shape.Prefix),
            "eyJ",
            "AKIA",
            "ASIA",
            "bearer ",
            "bearer%20",
            "basic ",
            "basic%20",
            "\"auth\"",
            "_auth",
            "cookie",
            "://",
            "%3A%2F%2F",
            "-----BEGIN",
        ],
        StringComparison.OrdinalIgnoreCase
    );

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
            'C' or 'c' when rest[1] == ':' => PathRules.Home(
                text,
                index,
                rest.StartsWith(@"C:\\", StringComparison.OrdinalIgnoreCase) ? @"C:\\Users\\".Length : @"C:\Users\".Length
            ),
            'C' or 'c' when rest.StartsWith("cookie", StringComparison.OrdinalIgnoreCase) => CookieRules.Match(text, index),
            'e' => TokenRules.Jwt(text, index, ref _run),
            '%' => AddressRules.EncodedPassword(text, index),
            'B' or 'b' when rest.StartsWith("bearer", StringComparison.OrdinalIgnoreCase) => TokenRules.Bearer(text, index),
            'B' or 'b' => BasicRules.Scheme(text, index),
            '"' or '_' when rest[1] is 'a' or 'A' => BasicRules.Setting(text, index),
            'A' when rest.StartsWith("AKIA") || rest.StartsWith("ASIA") => TokenRules.AwsKey(text, index, ref _run),
            _ => Prefixed(text, index) ?? Named(text, index),
        };
    }

    private SecretMatch? Prefixed(ReadOnlySpan<char> text, int index)
    {
        foreach (var shape in TokenShapes.All)
        {
            if (text[index..].StartsWith(shape.Prefix) && shape.End(text, index, ref _run) is > 0 and var end)
            {
                return new(index, index, end);
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
