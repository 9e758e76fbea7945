namespace GoldenPath.Results;

/// <summary>How a test ended.</summary>
public enum TestOutcome
{
    /// <summary>It passed, at the latest when it was run again.</summary>
    Passed,

    /// <summary>It failed, could not run, or was ended by its runner.</summary>
    Failed,

    /// <summary>Its runner left it out.</summary>
    Skipped,
}
