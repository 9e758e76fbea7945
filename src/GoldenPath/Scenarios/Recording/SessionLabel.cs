namespace GoldenPath.Scenarios.Recording;

/// <summary>Whose session a frame belongs to.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="User">The user's number, counted from 1; 0 is the visitor with the bad token.</param>
internal sealed record SessionLabel(string Scenario, int User);
