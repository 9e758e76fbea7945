namespace GoldenPath.Configuration.Reading;

/// <summary>A key and its value.</summary>
internal sealed record MapEntry(ScalarNode Key, Node Value);
