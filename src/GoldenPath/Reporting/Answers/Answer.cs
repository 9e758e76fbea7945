namespace GoldenPath.Reporting.Answers;

/// <summary>What a command came to: the last screen, for the very end of all that is printed.</summary>
public sealed class Answer
{
    /// <param name="exitCode">The exit code of the command.</param>
    /// <param name="headline">The verdict.</param>
    /// <param name="rows">What stands below it, the most important first.</param>
    internal Answer(int exitCode, string headline, IReadOnlyList<AnswerRow> rows) =>
        (ExitCode, Headline, Rows) = (exitCode, headline, rows);

    /// <summary>The exit code of the command.</summary>
    public int ExitCode { get; }

    /// <summary>The verdict.</summary>
    internal string Headline { get; }

    /// <summary>What stands below it.</summary>
    internal IReadOnlyList<AnswerRow> Rows { get; }

    /// <summary>The lines: at most eight, and at most nine rows of a terminal, so that the prompt below pushes nothing out of the last ten.</summary>
    /// <param name="width">The width of the terminal. Default: 80.</param>
    public IReadOnlyList<string> Lines(int width = 80) => new AnswerLayout(width).Lines(this);

    /// <summary>The same with every text made fit for a terminal.</summary>
    /// <param name="line">Makes a line fit.</param>
    internal Answer Printable(Func<string, string> line) =>
        new(ExitCode, line(Headline), [.. Rows.Select(row => row with { Label = line(row.Label), Text = line(row.Text) })]);
}
