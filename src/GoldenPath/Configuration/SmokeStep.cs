namespace GoldenPath.Configuration;

/// <summary>One step of the smoke stage.</summary>
internal abstract record SmokeStep;
