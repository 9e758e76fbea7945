namespace GoldenPath.Configuration.Reading;

/// <summary>A text that may hold placeholders, with its place.</summary>
internal sealed record Template(NodeReader Source, string Text, PlaceholderScope Scope);
