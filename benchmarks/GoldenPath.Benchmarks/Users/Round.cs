using GoldenPath.Scenarios;

namespace GoldenPath.Benchmarks.Users;

/// <summary>One measured round.</summary>
/// <param name="Result">What the oracle says.</param>
/// <param name="Own">What judging cost.</param>
/// <param name="Backend">What serving cost; <c>null</c> where the service is not ours.</param>
internal sealed record Round(ScenarioResult Result, Usage Own, Usage? Backend)
{
    /// <summary>Sessions from login to verdict, in a second.</summary>
    public double SessionsPerSecond => Result.Sessions.Count / Result.Duration.TotalSeconds;

    /// <summary>Sessions that were judged and had nothing wrong.</summary>
    public int Passed => Result.Sessions.Count(session => session.Passed);

    /// <summary>Messages received.</summary>
    public int Messages => Result.Sessions.Sum(session => session.Messages);
}
