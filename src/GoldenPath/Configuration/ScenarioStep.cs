namespace GoldenPath.Configuration;

/// <summary>Walks a scenario.</summary>
/// <param name="Scenario">Its name.</param>
internal sealed record ScenarioStep(string Scenario) : SmokeStep;
