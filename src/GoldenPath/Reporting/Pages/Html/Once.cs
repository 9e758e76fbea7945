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
        if (sentence.Length > LongestSentence)
        {
            return true;
        }

        var plain = Space().Replace(sentence, " ").Trim(' ', '.');
        if (plain.Length >= ShortestSentence && _said.Exists(said => Holds(said, plain) || (Holds(plain, said) && said.Length * 2 > plain.Length)))
        {
            return false;
        }

        if (_said.Count < Most)
        {
            _said.Add(plain);
        }

        return true;
    }

    private static HashSet<string> Words(string text) => [.. Word().Matches(text).Select(word => word.Value.ToUpperInvariant())];

    private static bool Holds(string whole, string part) => whole.Contains(part, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether nearly all words of a text stand in one sentence that was said.</summary>
    public bool IsEchoed(string text)
    {
        var words = Words(text);
        return words.Count is > 2 and < LongestSentence / 2 && _said.Exists(said => Words(said) is var known && words.Count(known.Contains) * 10 >= words.Count * 8);
    }

    /// <summary>What of a text is new: all of it, or what follows a first line that is not.</summary>
    public string Rest(string text) => text.Split('\n', 2) switch
    {
        [var first, var rest] => IsNew(first) ? text : rest.Trim(),
        _ => IsNew(text) ? text : "",
    };

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
