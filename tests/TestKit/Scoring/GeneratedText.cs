namespace GoldenPath.TestKit.Scoring;

/// <summary>The part of a Markdown file between two markers, which a program writes.</summary>
/// <param name="name">The name in the markers.</param>
public sealed class GeneratedText(string name)
{
    private readonly string _begin = $"<!-- {name}: begin -->";
    private readonly string _end = $"<!-- {name}: end -->";

    /// <summary>What is between the markers.</summary>
    /// <exception cref="FormatException">They are not there.</exception>
    public string In(string document)
    {
        var (from, to) = Range(document);
        return document[from..to].Trim('\n');
    }

    /// <summary>The document with another text between them.</summary>
    /// <exception cref="FormatException">They are not there.</exception>
    public string Replace(string document, string text)
    {
        var (from, to) = Range(document);
        return $"{document[..from]}\n{text.Trim('\n')}\n{document[to..]}";
    }

    private (int From, int To) Range(string document) =>
        (document.IndexOf(_begin, StringComparison.Ordinal), document.IndexOf(_end, StringComparison.Ordinal))
            is (>= 0 and var begin, var end)
        && end > begin
            ? (begin + _begin.Length, end)
            : throw new FormatException($"The document has no '{_begin}' that is followed by '{_end}'.");
}
