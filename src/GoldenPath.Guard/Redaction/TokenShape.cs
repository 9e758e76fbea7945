using System.Buffers;

namespace GoldenPath.Guard.Redaction;

/// <summary>What the tokens of a service look like: nothing of it is left to chance, such as whether a digit happens to be among the characters.</summary>
/// <param name="Prefix">How they begin.</param>
/// <param name="Shortest">How many characters follow at least; fewer are a name, or a part that is of no use.</param>
/// <param name="Alphabet">What these are.</param>
/// <param name="StartsWord">Whether the prefix is so short that it counts only where a word begins.</param>
internal sealed record TokenShape(string Prefix, int Shortest, TokenAlphabet Alphabet = TokenAlphabet.Alphanumeric, bool StartsWord = false)
{
    private const int MostParts = 4;

    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    );
    private static readonly SearchValues<char> PathCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_-"
    );
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Where the token that begins at a place ends; -1 where none does.</summary>
    public int End(ReadOnlySpan<char> text, int index, ref TokenRun run)
    {
        var start = index + Prefix.Length;
        var end = Alphabet switch
        {
            TokenAlphabet.Alphanumeric => EndOf(text, start, LettersAndDigits),
            TokenAlphabet.Hexadecimal => EndOf(text, start, Digits),
            TokenAlphabet.Path => EndOf(text, start, PathCharacters),
            TokenAlphabet.Dotted => EndOfParts(text, start, ref run),
            _ => start < text.Length ? run.End(text, start) : start,
        };
        if (end - start < Shortest || (StartsWord && !TextEscapes.StartWord(text, index)))
        {
            return -1;
        }
        return Alphabet == TokenAlphabet.Alphanumeric && end < text.Length ? run.End(text, end) : end; // Whatever may be appended in times to come.
    }

    // No token is that long, and no text is walked again and again.
    private static int EndOf(ReadOnlySpan<char> text, int start, SearchValues<char> characters)
    {
        const int Longest = 512;
        var window = text[start..Math.Min(text.Length, start + Longest)];
        var length = window.IndexOfAnyExcept(characters);
        return start + (length < 0 ? window.Length : length);
    }

    private static int EndOfParts(ReadOnlySpan<char> text, int start, ref TokenRun run)
    {
        var end = start < text.Length ? run.End(text, start) : start;
        for (
            var part = 1;
            part < MostParts && end + 1 < text.Length && text[end] == '.' && run.End(text, end + 1) is var next && next > end + 1;
            part++
        )
        {
            end = next;
        }
        return end;
    }
}
