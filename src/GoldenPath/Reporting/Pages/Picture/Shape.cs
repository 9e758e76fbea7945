namespace GoldenPath.Reporting.Pages.Picture;

/// <summary>The form of a mark. Nothing is told by colour alone.</summary>
internal enum Shape
{
    /// <summary>Something that lasted.</summary>
    Bar,

    /// <summary>Something that lasted, with its name in it.</summary>
    Named,

    /// <summary>A moment.</summary>
    Dot,

    /// <summary>A line of a log.</summary>
    Diamond,

    /// <summary>A moment at which something broke.</summary>
    Cross,
}
