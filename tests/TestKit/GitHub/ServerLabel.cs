namespace GoldenPath.TestKit.GitHub;

/// <summary>A label as the server keeps it.</summary>
public sealed record ServerLabel(string Name, string Color, string? Description);
