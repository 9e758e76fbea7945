namespace GoldenPath.Benchmarks.Diagnosis;

/// <summary>What was really wrong in a recorded run.</summary>
/// <param name="Cause">The true cause.</param>
/// <param name="Also">Other answers that are right too.</param>
/// <param name="Hard">Why no answer is asked for; <c>null</c> where one is.</param>
/// <param name="ExitCode">The exit code that the run had to have.</param>
#pragma warning disable CA1812 // Avoid uninstantiated internal classes: the JSON reader makes it.
internal sealed record CorpusTruth(string Cause, IReadOnlyList<string> Also, string? Hard, int ExitCode)
#pragma warning restore CA1812
{
    /// <summary>Whether an answer is right.</summary>
    public bool Accepts(string cause) => cause == Cause || Also.Contains(cause);
}
