namespace GoldenPath;

/// <summary>What mends a cause.</summary>
/// <param name="Text">What to do, for a person.</param>
/// <param name="Command">A command that can be pasted; <c>null</c> where there is none.</param>
public sealed record Remedy(string Text, string? Command = null);
