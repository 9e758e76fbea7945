namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>A line of a file.</summary>
/// <param name="Number">Its number, the first is 1.</param>
/// <param name="Start">The position of its first byte.</param>
/// <param name="Text">What it says, without its end; cut after 2,000 bytes.</param>
internal readonly record struct TextLine(int Number, long Start, string Text);
