namespace GoldenPath.Diagnosis;

/// <summary>The diagnosis that a failure's own observation gives.</summary>
internal static class FirstDiagnosis
{
    /// <summary>Takes the observation as the cause: confirmed where captured evidence shows it, otherwise likely.</summary>
    public static DiagnosisResult Of(Failure failure) => new()
    {
        Cause = failure.Cause,
        Certainty = Certainty(failure),
        Summary = failure.Summary,
        Chain = [new("Why did the run fail?", failure.Summary, failure.Evidence)],
        Remedies = failure.Remedies,
    };

    private static Certainty Certainty(Failure failure) => failure switch
    {
        { Cause: Causes.Unknown } => Diagnosis.Certainty.Inconclusive,
        { Evidence.Count: 0 } => Diagnosis.Certainty.Likely,
        _ => Diagnosis.Certainty.Confirmed,
    };
}
