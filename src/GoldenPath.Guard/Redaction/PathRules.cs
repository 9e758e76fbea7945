namespace GoldenPath.Guard.Redaction;

/// <summary>Recognises home folders inside texts.</summary>
internal static class PathRules
{
    /// <summary>Whether a path stands alone, rather than being the middle of a longer word or address.</summary>
    public static bool IsWholeSegment(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || !IsNameCharacter(text[start - 1])) && (end == text.Length || !IsNameCharacter(text[end]));

    /// <summary>A home folder in one of the usual places: the prefix and the name that follows it.</summary>
    public static SecretMatch? Home(ReadOnlySpan<char> text, int index, int prefixLength)
    {
        var end = index + prefixLength;
        while (end < text.Length && IsNameCharacter(text[end]))
        {
            end++;
        }
        var startsWord = index == 0 || !IsNameCharacter(text[index - 1]);
        return startsWord && end > index + prefixLength ? new SecretMatch(index, index, end, "~") : null;
    }

    private static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '~';
}
