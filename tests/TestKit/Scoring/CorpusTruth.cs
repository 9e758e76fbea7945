namespace GoldenPath.TestKit.Scoring;

/// <summary>What was really wrong in a recorded run.</summary>
/// <param name="Cause">The true cause.</param>
/// <param name="Also">Other answers that are right too.</param>
/// <param name="Hard">Why no answer is asked for; <c>null</c> where one is.</param>
/// <param name="ExitCode">The exit code that the run had to have.</param>
/// <param name="Fact">Texts that show the decisive fact: one of them must be told or cited. <c>null</c> where none was written down.</param>
/// <param name="Remedy">Texts of which a remedy that mends it has one. <c>null</c> where none was written down.</param>
/// <param name="Confirmable">Whether the run holds enough to call the cause proved.</param>
/// <param name="What">How it was broken, in words. <c>null</c> where the name says it.</param>
public sealed record CorpusTruth(
    string Cause,
    IReadOnlyList<string>? Also = null,
    string? Hard = null,
    int ExitCode = 2,
    IReadOnlyList<string>? Fact = null,
    IReadOnlyList<string>? Remedy = null,
    bool Confirmable = true,
    string? What = null
)
{
    /// <summary>Whether an answer is right.</summary>
    public bool Accepts(string cause) => cause == Cause || Also?.Contains(cause) == true;
}
