namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>A line of a log.</summary>
/// <param name="Number">Its number, the first is 1.</param>
/// <param name="Text">What it says.</param>
/// <param name="At">When it was written, in milliseconds from the start of the run; <c>null</c> where nobody knows.</param>
/// <param name="IsCited">Whether the diagnosis cites it.</param>
internal sealed record LogLine(int Number, string Text, double? At, bool IsCited);
