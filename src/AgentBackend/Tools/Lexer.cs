using System.Globalization;
using System.Text.RegularExpressions;

namespace AgentBackend.Tools;

/// <summary>Cuts a text into what a calculator understands, and the prose around it.</summary>
internal static partial class Lexer
{
    private const decimal Pi = 3.1415926535897932384626433833m;

    /// <summary>The pieces of a text, in order, without the blanks between them.</summary>
    public static IEnumerable<Token> Read(string text)
    {
        foreach (Match match in Pieces().Matches(text))
        {
            yield return Classify(match);
        }
    }

    private static Token Classify(Match match)
    {
        var (start, end) = (match.Index, match.Index + match.Length);
        Token Token(TokenKind kind, string? symbol = null) => new(kind, symbol ?? match.Value, start, end);

        if (match.Groups["number"].Success)
        {
            return decimal.TryParse(match.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                ? new Token(TokenKind.Number, match.Value, start, end, value)
                : Token(TokenKind.Prose);
        }

        if (match.Groups["function"].Success)
        {
            return Token(TokenKind.Function, Lower(match.Value));
        }

        return Lower(match.Value) switch
        {
            "+" or "plus" => Token(TokenKind.Operator, "+"),
            "-" or "−" or "–" or "minus" => Token(TokenKind.Operator, "-"),
            "*" or "×" or "·" or "x" or "times" => Token(TokenKind.Operator, "*"),
            "/" or "÷" or ":" or "divided by" => Token(TokenKind.Operator, "/"),
            "%" or "mod" or "modulo" => Token(TokenKind.Operator, "%"),
            "^" or "**" or "to the power of" => Token(TokenKind.Operator, "^"),
            "(" => Token(TokenKind.Open),
            ")" => Token(TokenKind.Close),
            "," => Token(TokenKind.Comma),
            "pi" or "π" => new Token(TokenKind.Number, match.Value, start, end, Pi),
            _ => Token(TokenKind.Prose),
        };
    }

    private static string Lower(string text) => text.ToLower(CultureInfo.InvariantCulture);

    // A number must not be the tail or the head of a word or an id: 'v2', '3rd' and '7f3a' are prose.
    [GeneratedRegex(
        @"(?<number>(?<![\w.])(?:\d+(?:\.\d+)?|\.\d+)(?!\w|\.\d))|(?<function>\b(?:sqrt|abs|round|floor|ceil|min|max)\b(?=\s*\())|divided\s+by|to\s+the\s+power\s+of|\*\*|[\w.]*\w|\S",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Pieces();
}
