using GoldenPath.Runs;

namespace GoldenPath.Reporting.Answers;

/// <summary>The one line that shows why a run broke, with its place.</summary>
internal static class DecisiveLine
{
    private const string Logs = "logs/";
    private const string Observation = "evidence/failure.txt";

    /// <summary>The line; <c>null</c> where nothing was captured.</summary>
    public static Evidence? Of(RunResult run)
    {
        var captured = run.Diagnosis?.Chain.Reverse().SelectMany(why => why.Evidence).ToList() ?? [];
        return captured.Find(IsSaid)
            ?? captured.Find(evidence => !evidence.Source.StartsWith(Observation, StringComparison.Ordinal))
            ?? run.Smoke.Failures.Where(failure => failure.File is not null)
                .Select(failure => new Evidence(failure.File!, failure.Error))
                .FirstOrDefault();
    }

    // What the service itself said convinces more than what was seen of it.
    private static bool IsSaid(Evidence evidence) => evidence.Source.StartsWith(Logs, StringComparison.Ordinal);
}
