namespace GoldenPath;

/// <summary>What a run concluded.</summary>
public enum Verdict
{
    /// <summary>Everything declared was proved.</summary>
    Passed,

    /// <summary>The product broke.</summary>
    Product,

    /// <summary>The environment broke: services could not start or become ready.</summary>
    Environment,

    /// <summary>The configuration or the command line is wrong; nothing was started.</summary>
    Configuration,

    /// <summary>Nothing was proved.</summary>
    Inconclusive,

    /// <summary>Somebody ended the run.</summary>
    Cancelled,
}
