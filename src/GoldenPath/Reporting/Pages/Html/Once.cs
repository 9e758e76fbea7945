using System.Text.RegularExpressions;

namespace GoldenPath.Reporting.Pages.Html;

/// <summary>What a page has said already: a sentence stands on it once.</summary>
internal sealed partial class Once
{
    private const int ShortestSentence = 12;
    private const int LongestSentence = 2_000;
    private const int Most = 1_000;

    private readonly List<string> _said = [];

    /// <summary>Whether a sentence is new. From now on it is not.</summary>
    public bool IsNew(string sentence)
    {
        var isNew = !IsSaid(sentence);
        if (isNew && _said.Count < Most && sentence.Length <= LongestSentence)
        {
            _said.Add(Plain(sentence));
        }

        return isNew;
    }

    /// <summary>Whether nearly all words of a text stand in one sentence that was said.</summary>
    public bool IsEchoed(string text)
    {
        var words = Words(text);
        return words.Count is > 2 and < LongestSentence / 2
            && _said.Exists(said => Words(said) is var known && words.Count(known.Contains) * 10 >= words.Count * 8);
    }

    /// <summary>What of a text was not said: all of it, or what follows a first line that was.</summary>
    public string Rest(string text) =>
        text.Split('\n', 2) switch
        {
            [var first, var rest] => IsSaid(first) ? rest.Trim('\n') : text,
            _ => IsSaid(text) ? "" : text,
        };

    private bool IsSaid(string sentence) =>
        sentence.Length <= LongestSentence
        && Plain(sentence) is { Length: >= ShortestSentence } plain
        && _said.Exists(said => Holds(said, plain) || (Holds(plain, said) && said.Length * 2 > plain.Length));

    private static bool Holds(string whole, string part) => whole.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static string Plain(string sentence) => Space().Replace(sentence, " ").Trim(' ', '.');

    private static HashSet<string> Words(string text) => [.. Word().Matches(text).Select(word => word.Value.ToUpperInvariant())];

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
