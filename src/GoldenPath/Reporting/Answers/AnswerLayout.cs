namespace GoldenPath.Reporting.Answers;

/// <summary>Fits an answer into the last rows of a terminal: what may be cut is cut, the least important first.</summary>
/// <param name="width">The width of the terminal.</param>
internal sealed class AnswerLayout(int width)
{
    private const int MostLines = 8;
    private const int MostRows = 9;
    private const int MostRowsOfOne = 3;
    private const int LabelWidth = 9;
    private const int NarrowestTerminal = 40;
    private const char Cut = '…';

    private readonly int _width = Math.Max(width, NarrowestTerminal);

    /// <summary>The lines.</summary>
    public IReadOnlyList<string> Lines(Answer answer)
    {
        var rows = answer.Rows.Take(MostLines - 1).ToList();
        var lines = rows.Select(row => row.Cutting == Cutting.Never ? Labelled(row) : Fitted(Labelled(row), MostRowsOfOne)).ToList();
        var over = 1 + lines.Sum(Height) - MostRows;
        foreach (var at in Enumerable.Range(0, rows.Count).Reverse().OrderByDescending(at => rows[at].Cutting == Cutting.First))
        {
            if (over > 0 && rows[at].Cutting != Cutting.Never)
            {
                var height = Height(lines[at]);
                var left = Math.Max(1, height - over);
                over -= height - left;
                lines[at] = Fitted(lines[at], left);
            }
        }

        return [Fitted(answer.Headline, 1), .. lines];
    }

    private static string Labelled(AnswerRow row) => row.Label.Length == 0 ? row.Text : $"  {row.Label.PadRight(LabelWidth)}{row.Text}";

    private int Height(string line) => Math.Max(1, (TextWidth.Of(line) + _width - 1) / _width);

    private string Fitted(string line, int rows) => TextWidth.Cut(line, rows * _width, Cut);
}
