namespace GoldenPath.TestKit.Scoring;

/// <summary>What was said about a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Said">The diagnosis.</param>
public sealed record Answer(CorpusCase Case, DiagnosisResult Said)
{
    /// <summary>Whether no cause was claimed.</summary>
    public bool Abstains => Said.Certainty == Certainty.Inconclusive || Said.Cause == Causes.Unknown;

    /// <summary>Whether a right cause was claimed, or none where nothing decides.</summary>
    public bool IsRight => Abstains ? Case.Truth.Cause == Causes.Unknown : Case.Truth.Accepts(Said.Cause.Name);

    /// <summary>Whether a cause was claimed as proved.</summary>
    public bool IsConfirmed => Said.Certainty == Certainty.Confirmed;

    /// <summary>Whether a right cause was claimed as proved although the run does not prove it.</summary>
    public bool IsOverconfident => IsConfirmed && IsRight && !Case.Truth.Confirmable;

    /// <summary>Whether the decisive fact was told or cited; <c>null</c> where none was written down.</summary>
    public bool? TellsFact => Case.Truth.Fact is { } facts ? Holds(facts, Told) : null;

    /// <summary>What the remedies are good for.</summary>
    public RemedyKind Remedy => Said.Remedies.Select(RemedyKinds.Of).DefaultIfEmpty(RemedyKind.Look).Max();

    /// <summary>Whether a remedy is one that mends it; <c>null</c> where none was written down.</summary>
    public bool? Mends =>
        Case.Truth.Remedy is { } texts ? Holds(texts, Said.Remedies.Select(remedy => $"{remedy.Text} {remedy.Command}")) : null;

    private IEnumerable<string> Told =>
        Said.Chain.SelectMany(why => why.Evidence.Select(evidence => evidence.Text).Prepend(why.Because)).Prepend(Said.Summary);

    private static bool Holds(IReadOnlyList<string> texts, IEnumerable<string> told)
    {
        var all = string.Join('\n', told);
        return texts.Any(text => all.Contains(text, StringComparison.OrdinalIgnoreCase));
    }
}
