namespace GoldenPath.Terminal;

/// <summary>What a line is for.</summary>
public enum LineKind
{
    /// <summary>What only a closer look needs.</summary>
    Detail,

    /// <summary>What goes on.</summary>
    Information,

    /// <summary>What a person should look at, although the run goes on.</summary>
    Warning,

    /// <summary>What broke.</summary>
    Error,
}
