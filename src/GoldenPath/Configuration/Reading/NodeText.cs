namespace GoldenPath.Configuration.Reading;

/// <summary>How messages speak of nodes.</summary>
internal static class NodeText
{
    private const int LongestQuote = 80;

    /// <summary>What a value is instead of what it must be.</summary>
    public static string Instead(Node node) =>
        node switch
        {
            MapNode => ", not a mapping",
            ListNode => ", not a list",
            ScalarNode { IsNull: true } => ", but is empty",
            _ => ", not a text",
        };

    /// <summary>The text in quotes: on one line, and bounded.</summary>
    public static string Quote(string text) => $"'{OnOneLine(text, LongestQuote)}'";

    /// <summary>The key as part of a path.</summary>
    public static string Key(string key) =>
        key.Length is > 0 and <= LongestQuote && key.All(character => char.IsLetterOrDigit(character) || character is '-' or '_')
            ? key
            : Quote(key);

    public static string OnOneLine(string text, int longest)
    {
        var shown = text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] + "…";
        return string.Create(
            shown.Length,
            shown,
            (span, source) =>
            {
                for (var index = 0; index < span.Length; index++)
                    span[index] = char.IsControl(source[index]) || source[index] is '\u2028' or '\u2029' ? '?' : source[index];
            }
        );
    }

    /// <summary>Whether it is what YAML makes of an unquoted <c>{port}</c>.</summary>
    public static bool IsUnquotedPlaceholder(Node node) => node is MapNode { Entries: [{ Value: ScalarNode { IsNull: true } }] };
}
