namespace GoldenPath.Triage;

/// <summary>A label as a tracker creates it where it is missing.</summary>
/// <param name="Name">At most <see cref="LongestName"/> characters.</param>
/// <param name="Color">Six hex digits without a sign before them.</param>
/// <param name="Description">At most <see cref="LongestDescription"/> characters.</param>
public sealed record LabelDefinition(string Name, string Color, string Description)
{
    /// <summary>GitHub's limit of a label's name.</summary>
    public const int LongestName = 50;

    /// <summary>GitHub's limit of a label's description.</summary>
    public const int LongestDescription = 100;
}
