namespace GoldenPath.Reporting.Pages.Picture;

/// <summary>What the colour of a mark says.</summary>
internal enum Tone
{
    /// <summary>It is merely there.</summary>
    Soft,

    /// <summary>It is as it should be.</summary>
    Good,

    /// <summary>It is not yet as it should be, or nobody knows.</summary>
    Odd,

    /// <summary>It is wrong.</summary>
    Bad,
}
