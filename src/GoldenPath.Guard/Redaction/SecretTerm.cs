namespace GoldenPath.Guard.Redaction;

/// <summary>A text that is looked for literally.</summary>
/// <param name="Text">The text.</param>
/// <param name="Replacement">What stands for it.</param>
/// <param name="IsPath">Whether it counts only as a whole path segment.</param>
internal sealed record SecretTerm(string Text, string Replacement, bool IsPath);
