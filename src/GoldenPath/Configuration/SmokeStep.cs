namespace GoldenPath.Configuration;

/// <summary>One step of the smoke stage.</summary>
public abstract record SmokeStep;
