namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>Some lines of a file of the run folder.</summary>
/// <param name="Name">The file's path in the folder.</param>
/// <param name="Total">How many lines it has.</param>
/// <param name="Lines">The lines by number.</param>
internal sealed record Excerpt(string Name, int Total, IReadOnlyDictionary<int, TextLine> Lines)
{
    /// <summary>How many lines before and after a cited one are shown.</summary>
    public const int Neighbours = 4;

    private const int Enough = 60;

    /// <summary>Whether a line is the one that a text was taken from; the text may be trimmed and cut.</summary>
    public static bool Says(string line, string text) =>
        text.Trim() is var cited && line.Contains(cited.Length > Enough ? cited[..Enough] : cited, StringComparison.Ordinal);

    /// <summary>The lines around one.</summary>
    public IEnumerable<(int Number, string Text)> Around(int line) =>
        Enumerable.Range(line - Neighbours, (2 * Neighbours) + 1).Where(Lines.ContainsKey).Select(number => (number, Lines[number].Text));

    /// <summary>Reads the lines around those that are cited, and the last ones; <c>null</c> where the file cannot be read.</summary>
    public static Excerpt? TryRead(string folder, string name, IEnumerable<int> cited, int tail)
    {
        var wanted = cited.SelectMany(line => Enumerable.Range(line - Neighbours, (2 * Neighbours) + 1)).ToHashSet();
        try
        {
            var (lines, total) = new TextLines(wanted, tail).Read(Path.Combine(folder, name));
            return new(name, total, lines);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
