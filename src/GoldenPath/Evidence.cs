namespace GoldenPath;

/// <summary>A captured fact with its source.</summary>
/// <param name="Source">Where it is in the run folder, with a line where it has one: <c>logs/backend.log:12</c>, <c>journal.jsonl:7</c>.</param>
/// <param name="Text">What was captured there, redacted.</param>
public sealed record Evidence(string Source, string Text);
