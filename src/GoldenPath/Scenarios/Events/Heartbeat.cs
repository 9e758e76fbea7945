using System.Text;
using System.Text.RegularExpressions;

namespace GoldenPath.Scenarios.Events;

/// <summary>The frames that are no JSON and mean nothing but "I am still here": empty ones, and the words of servers, proxies and libraries.</summary>
internal static partial class Heartbeat
{
    private const int Longest = 64;

    /// <summary>The name of such a frame among the noise; <c>null</c> where it is none.</summary>
    public static string? NameOf(ReadOnlySpan<byte> utf8) =>
        utf8.TrimStart(" \t\r\n\0"u8) is not { IsEmpty: false } text ? "(empty)"
        : text.Length <= Longest && Words().Match(Encoding.UTF8.GetString(text)) is { Success: true } match
            ? $"({match.Groups["word"].Value.ToLowerInvariant()})"
        : null;

    /// <summary>A word, in quotes or not, perhaps with a number or a time behind it; <c>2</c> and <c>3</c> are ping and pong of Engine.IO, <c>h</c>
    /// the heartbeat of SockJS.</summary>
    [GeneratedRegex(
        """^["']?(?<word>ping|pong|heart[-_ ]?beat|hb|keep[-_ ]?alive|ka|alive|beat|tick|noop|nop|h|[23](probe)?)["']?([\s:;,|=!.#-]+[0-9T:.,+Z-]*)?\s*\z""",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Words();
}
