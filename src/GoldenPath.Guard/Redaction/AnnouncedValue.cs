using System.Buffers;

namespace GoldenPath.Guard.Redaction;

/// <summary>How a value was announced, and so what it takes to be a secret.</summary>
/// <param name="ByOrdinaryWord">Whether the name is used in prose too, so that the value must look like a secret.</param>
/// <param name="ByWholeName">Whether the name ends with that word: <c>token</c>, not <c>token_limit</c>.</param>
/// <param name="InProse">Whether it follows a colon, as in a sentence.</param>
internal readonly record struct AnnouncedValue(bool ByOrdinaryWord, bool ByWholeName, bool InProse)
{
    private const int ShortestToken = 6;
    private const int ShortestNumber = 8;
    private const int LongestWord = 20;

    private static readonly SearchValues<char> PlaceholderCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:- "
    );
    private static readonly string[] NoSecrets = ["null", "none", "nil", "true", "false", "undefined", "string"];

    /// <summary>Whether the value is a secret.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isQuoted">Whether it stands in quotes.</param>
    /// <param name="follows">The character behind it.</param>
    public bool IsSecret(ReadOnlySpan<char> value, bool isQuoted, char follows)
    {
        foreach (var word in NoSecrets)
        {
            if (value.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }
        return !IsPlaceholder(value, follows)
            && !(IsStructure(value, follows) && !isQuoted)
            && (!ByOrdinaryWord || LooksLikeToken(value, isQuoted));
    }

    private bool LooksLikeToken(ReadOnlySpan<char> value, bool isQuoted)
    {
        var isNumber = !value.ContainsAnyExceptInRange('0', '9');
        return value.Length >= ShortestToken
            && (!isNumber || (ByWholeName && value.Length >= ShortestNumber))
            && (!InProse || isQuoted || LooksRandom(value));
    }

    /// <summary>A name in braces that somebody was to fill in: <c>${PASSWORD}</c>, <c>{{password}}</c>.</summary>
    private static bool IsPlaceholder(ReadOnlySpan<char> value, char follows)
    {
        var opened = value.StartsWith("${") || value.StartsWith("{{") ? 2 : 0;
        return opened > 0 && (follows == '}' || value[^1] == '}') && !value[opened..].TrimEnd('}').ContainsAnyExcept(PlaceholderCharacters);
    }

    /// <summary>The beginning of an object or a list.</summary>
    private static bool IsStructure(ReadOnlySpan<char> value, char follows) =>
        value[0] is '{' or '[' && (value.Length == 1 || follows is '}' or ']');

    private static bool LooksRandom(ReadOnlySpan<char> value)
    {
        var head = value[..Math.Min(value.Length, 64)];
        return value.Length >= LongestWord
            || head.ContainsAnyInRange('0', '9')
            || (head[1..].ContainsAnyInRange('A', 'Z') && head.ContainsAnyInRange('a', 'z'));
    }
}
