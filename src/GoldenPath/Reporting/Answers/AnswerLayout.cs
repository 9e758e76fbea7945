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
        var lines = answer
            .Rows.Take(MostLines - 1)
            .Select(row => (Text: row.IsWhole ? Labelled(row) : Fitted(Labelled(row), MostRowsOfOne), row.IsWhole))
            .ToList();
        var over = 1 + lines.Sum(line => Height(line.Text)) - MostRows;
        for (var at = lines.Count - 1; at >= 0 && over > 0; at--)
        {
            if (!lines[at].IsWhole)
            {
                var height = Height(lines[at].Text);
                var left = Math.Max(1, height - over);
                over -= height - left;
                lines[at] = (Fitted(lines[at].Text, left), false);
            }
        }

        return [Fitted(answer.Headline, 1), .. lines.Select(line => line.Text)];
    }

    private static string Labelled(AnswerRow row) => row.Label.Length == 0 ? row.Text : $"  {row.Label.PadRight(LabelWidth)}{row.Text}";

    private int Height(string line) => Math.Max(1, (TextWidth.Of(line) + _width - 1) / _width);

    private string Fitted(string line, int rows) => TextWidth.Cut(line, rows * _width, Cut);
}
