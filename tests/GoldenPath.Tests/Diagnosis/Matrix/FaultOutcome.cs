using GoldenPath.Runs;

namespace GoldenPath.Tests.Diagnosis.Matrix;

/// <summary>What a run said about a fault.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Round">Which time it was injected, counted from 1.</param>
internal sealed record FaultOutcome(Fault Fault, int Round)
{
    /// <summary>Why it could not be injected on this machine; <c>null</c> where it was.</summary>
    public string? Skipped { get; init; }

    /// <summary>What went wrong with the injection itself; <c>null</c> where it worked.</summary>
    public string? Problem { get; init; }

    /// <summary>The run's folder.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The result as run.json holds it.</summary>
    public RunResult? Result { get; init; }

    /// <summary>All that a person was told.</summary>
    public string Console { get; init; } = "";

    /// <summary>What a person had to be told.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];

    /// <summary>What nobody may read.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>How long the run took.</summary>
    public TimeSpan Took { get; init; }

    public DiagnosisResult? Diagnosis => Result?.Diagnosis;

    /// <summary>Whether nothing was claimed.</summary>
    public bool Abstained => Diagnosis is null or { Certainty: Certainty.Inconclusive } or { Cause.Name: Causes.Unknown };

    /// <summary>Whether the right cause was named.</summary>
    public bool IsRight => !Abstained && Fault.Accepts(Diagnosis!.Cause.Name);

    /// <summary>Whether something wrong was claimed as proved.</summary>
    public bool IsConfirmedAndWrong => Diagnosis is { Certainty: Certainty.Confirmed } said && !Fault.Accepts(said.Cause.Name);
}
