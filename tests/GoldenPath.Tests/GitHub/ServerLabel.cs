namespace GoldenPath.Tests.GitHub;

/// <summary>A label as the server keeps it.</summary>
internal sealed record ServerLabel(string Name, string Color, string? Description);
