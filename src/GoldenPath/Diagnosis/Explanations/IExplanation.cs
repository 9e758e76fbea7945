using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>Knows what some kinds of signs mean, by which state of the machine they are borne out, and what mends them.</summary>
internal interface IExplanation
{
    /// <summary>The kinds of signs that it knows.</summary>
    IReadOnlyList<SignKind> Kinds { get; }

    /// <summary>What a sign means; <c>null</c> where the state of the machine contradicts it.</summary>
    Account? Explain(Case broken, ServiceFact service, Sign sign);
}
