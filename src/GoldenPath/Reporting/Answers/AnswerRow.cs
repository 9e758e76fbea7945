namespace GoldenPath.Reporting.Answers;

/// <summary>A line of an answer.</summary>
/// <param name="Label">What it tells of, in a word; empty for a line that stands by itself.</param>
/// <param name="Text">What it tells, on one line.</param>
/// <param name="Cutting">When it is cut, where there is no room for all.</param>
internal sealed record AnswerRow(string Label, string Text, Cutting Cutting = Cutting.Late);
