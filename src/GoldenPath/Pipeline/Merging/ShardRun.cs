using System.Text.Json;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Runs;

namespace GoldenPath.Pipeline.Merging;

/// <summary>The run of a shard, as its folder tells it.</summary>
/// <param name="Folder">Its folder, wherever it was brought to.</param>
/// <param name="Result">Its result.</param>
/// <param name="Shard">Which shard it is.</param>
internal sealed record ShardRun(RunFolder Folder, RunResult Result, ShardIdentity Shard)
{
    private static readonly Verdict[] Gravity =
    [
        Verdict.Product,
        Verdict.Environment,
        Verdict.Configuration,
        Verdict.Cancelled,
        Verdict.Inconclusive,
        Verdict.Passed,
    ];

    /// <summary>Whether it proved its part.</summary>
    public bool Passed => Result.Verdict == Verdict.Passed;

    /// <summary>The order in which shards decide about the whole: what is known to be broken comes before what is not known, and what is confirmed first.</summary>
    public (int, Certainty, int) Weight =>
        (Array.IndexOf(Gravity, Result.Verdict), Result.Diagnosis?.Certainty ?? Certainty.Inconclusive, Shard.Number);

    /// <summary>What its failed stage saw; <c>null</c> where none failed.</summary>
    public Failure? Failure => Passed ? null : Captured() ?? Told();

    private Failure? Captured()
    {
        try
        {
            return CaseFile.Read(Folder.Path)?.Observation.Failure;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return null; // What the result itself says is enough to go on with.
        }
    }

    private Failure Told() =>
        new()
        {
            Cause = Result.Diagnosis?.Cause ?? Causes.Unknown,
            Kind = Result.Verdict switch
            {
                Verdict.Configuration => FailureKind.Misconfigured,
                Verdict.Cancelled => FailureKind.Cancelled,
                Verdict.Inconclusive => FailureKind.Unexpected,
                _ => FailureKind.Broken,
            },
            Summary =
                Result.Diagnosis?.Summary
                ?? JournalLines.Failure(Folder.JournalFile)
                ?? $"Its verdict is {Result.Verdict.ToString().ToLowerInvariant()}.",
        };
}
