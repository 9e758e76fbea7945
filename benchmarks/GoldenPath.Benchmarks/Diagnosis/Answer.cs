namespace GoldenPath.Benchmarks.Diagnosis;

/// <summary>What was said about a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Said">The diagnosis.</param>
internal sealed record Answer(CorpusCase Case, DiagnosisResult Said)
{
    /// <summary>Whether no cause was claimed.</summary>
    public bool Abstains => Said.Certainty == Certainty.Inconclusive || Said.Cause == Causes.Unknown;

    /// <summary>Whether a right cause was claimed.</summary>
    public bool IsRight => !Abstains && Case.Truth.Accepts(Said.Cause);

    /// <summary>Whether a cause was claimed as proved.</summary>
    public bool IsConfirmed => Said.Certainty == Certainty.Confirmed;
}
