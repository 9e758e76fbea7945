namespace GoldenPath;

/// <summary>The exit codes of the verdicts.</summary>
public static class VerdictExitCodes
{
    /// <summary>The process exit code that stands for a verdict.</summary>
    public static int ExitCode(this Verdict verdict) => verdict switch
    {
        Verdict.Passed => 0,
        Verdict.Product => 1,
        Verdict.Environment => 2,
        Verdict.Configuration => 3,
        Verdict.Inconclusive => 4,
        _ => 130,
    };
}
