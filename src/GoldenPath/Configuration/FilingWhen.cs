namespace GoldenPath.Configuration;

/// <summary>Where a broken run files its incident.</summary>
internal enum FilingWhen
{
    /// <summary>In CI; elsewhere where others share the code: a clean work tree, and a commit that is on the remote.</summary>
    Shared,

    /// <summary>In CI alone.</summary>
    Ci,

    /// <summary>Wherever it runs.</summary>
    Always,

    /// <summary>Nowhere.</summary>
    Never,
}
