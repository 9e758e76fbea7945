namespace GoldenPath;

/// <summary>Concludes from what broke, and where, whose it is; and gives that its exit code.</summary>
public static class Verdicts
{
    // What a test command could not even be built or started for says nothing of the product.
    private static readonly string[] Environments = ["docker", "resource", "config", "dependency", "build"];

    /// <summary>The verdict of a run that broke.</summary>
    /// <remarks>What breaks once all services are ready is the product's, unless the cause that was seen, or the one that was found behind it, lies around it.</remarks>
    /// <param name="stage">The stage that failed.</param>
    /// <param name="failure">What it saw.</param>
    /// <param name="diagnosed">The cause that was found behind it; <c>null</c> where nobody has looked yet.</param>
    public static Verdict Of(string stage, Failure failure, Cause? diagnosed = null) =>
        failure switch
        {
            { Kind: FailureKind.Cancelled } => Verdict.Cancelled,
            { Kind: FailureKind.Misconfigured } => Verdict.Configuration,
            { Kind: FailureKind.Unexpected or FailureKind.Contradictory } or { Cause.Name: Causes.TestsNoneRan } => Verdict.Inconclusive,
            _ when stage != Stages.SmokeTests => Verdict.Environment,
            { Cause: var seen } when IsAround(seen) || (diagnosed is { } found && IsAround(found)) => Verdict.Environment,
            _ => Verdict.Product,
        };

    /// <summary>The process exit code that stands for a verdict.</summary>
    public static int ExitCode(this Verdict verdict) =>
        verdict switch
        {
            Verdict.Passed => 0,
            Verdict.Product => 1,
            Verdict.Environment => 2,
            Verdict.Configuration => 3,
            Verdict.Inconclusive => 4,
            _ => 130,
        };

    private static bool IsAround(Cause cause) => cause.IsOf(Environments) || cause == Causes.ExecutableMissing;
}
