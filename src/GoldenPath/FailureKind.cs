namespace GoldenPath;

/// <summary>What kind of end a failure is.</summary>
public enum FailureKind
{
    /// <summary>Something broke: the cause says what, and with the stage whose it is.</summary>
    Broken,

    /// <summary>The configuration or the command line is wrong.</summary>
    Misconfigured,

    /// <summary>Somebody ended the run.</summary>
    Cancelled,

    /// <summary>The evidence contradicts itself: it proves neither that something broke nor that all is well.</summary>
    Contradictory,

    /// <summary>The pipeline itself failed: it proves nothing about anything.</summary>
    Unexpected,
}
