namespace GoldenPath.Readiness;

/// <summary>How the owner of a listener stands to this run.</summary>
internal enum OwnerKind
{
    /// <summary>It was started by this run.</summary>
    Ours,

    /// <summary>It was not.</summary>
    Stranger,

    /// <summary>The machine does not tell.</summary>
    Unknown,

    /// <summary>Nobody listens.</summary>
    Nobody,
}
