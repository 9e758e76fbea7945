namespace GoldenPath.Adopting;

/// <summary>A line of the file to be written.</summary>
/// <param name="Text">Its YAML, without the indentation of its block.</param>
/// <param name="Place">Where it comes from, for the comment behind it; empty for none.</param>
internal sealed record DraftLine(string Text, string Place = "");
