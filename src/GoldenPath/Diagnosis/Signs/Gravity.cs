namespace GoldenPath.Diagnosis.Signs;

/// <summary>How grave what an entry tells is for the program, in rising order.</summary>
internal enum Gravity
{
    /// <summary>It is told by the way: as optional, as advice, or as something that the program goes on without.</summary>
    ByTheWay,

    /// <summary>A warning, or the ordinary course of things.</summary>
    Warning,

    /// <summary>Something failed.</summary>
    Error,

    /// <summary>An error of its type, as programs end by.</summary>
    Typed,

    /// <summary>The program cannot go on.</summary>
    Fatal,
}
