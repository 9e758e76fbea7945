namespace GoldenPath.Adopting;

/// <summary>Something that a file of the repository says.</summary>
/// <param name="Value">What it says.</param>
/// <param name="Place">Where: the file, and the line where that helps.</param>
internal sealed record Clue(string Value, string Place);
