namespace GoldenPath.Services;

/// <summary>A line of a log.</summary>
/// <param name="Number">Its number in the file; the first is 1.</param>
/// <param name="Text">What it says, without its end and without what only a terminal understands; cut after 4,096 characters.</param>
internal readonly record struct LogLine(int Number, string Text);
