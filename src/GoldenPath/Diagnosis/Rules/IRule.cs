using GoldenPath.Diagnosis.Explanations;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>Looks for one cause behind what was observed.</summary>
internal interface IRule
{
    /// <summary>The diagnosis, where the evidence speaks for the cause; <c>null</c> where it does not.</summary>
    /// <param name="broken">The broken run.</param>
    /// <param name="observed">The diagnosis by observation alone; the chain goes on from its own.</param>
    DiagnosisResult? Examine(Case broken, DiagnosisResult observed);
}
