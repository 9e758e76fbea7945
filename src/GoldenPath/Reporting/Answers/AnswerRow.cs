namespace GoldenPath.Reporting.Answers;

/// <summary>A line of an answer.</summary>
/// <param name="Label">What it tells of, in a word; empty for a line that stands by itself.</param>
/// <param name="Text">What it tells, on one line.</param>
/// <param name="IsWhole">Whether it is worth nothing when it is cut, as a command, a path and an address are.</param>
internal sealed record AnswerRow(string Label, string Text, bool IsWhole = false);
