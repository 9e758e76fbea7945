using System.Text.Json;
using GoldenPath.Diagnosis.Explanations;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Rules;

namespace GoldenPath.Diagnosis;

/// <summary>Says why a run broke, from what its folder holds and nothing else: the same evidence gives the same diagnosis, anywhere and at any time.</summary>
/// <remarks>What the failed stage observed is the first answer. Each rule then looks for one cause behind it. A cause is confirmed only where a log or an
/// observation tells of it and the state of the machine bears it out; where two causes are borne out, the first is likely at most.</remarks>
internal static class Diagnostician
{
    private const int MostWhys = 5;

    private static readonly IRule[] Rules =
    [
        new OutOfMemoryRule(),
        new NeededServiceRule(),
        new LoggedCauseRule(),
        new EndedMeanwhileRule(),
        new RefusedInTestsRule(),
        new FullDiskInTestsRule(),
        new WordsOfThatMomentRule(),
        new OwnEndRule(),
        new RunnerLacksRule(),
        new TooSlowRule(),
    ];

    /// <summary>Diagnoses the run that a folder holds.</summary>
    /// <param name="runFolder">The folder: <c>artifacts/golden-path/&lt;run-id&gt;</c>.</param>
    /// <returns>The diagnosis; <c>null</c> where the folder holds no captured evidence, because the run did not break.</returns>
    /// <exception cref="JsonException">The evidence cannot be understood.</exception>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static DiagnosisResult? Diagnose(string runFolder)
    {
        if (CaseFile.Read(runFolder) is not { } file)
        {
            return null;
        }

        var broken = new Case(file, runFolder);
        var observed = ObservedCause.Of(broken);
        var found = Rules
            .Select(rule => rule.Examine(broken, observed))
            .OfType<DiagnosisResult>()
            .OrderBy(result => result.Certainty)
            .ToList();
        var said = found.Count == 0 ? ObservedCause.WithLastError(broken, observed) : Weigh(found);
        return new CitationCheck(runFolder).Apply(
            said with
            {
                Chain = Cut(said.Chain),
                RuledOut = Exclusions.Of(broken, said.Cause.Name),
                Remedies = DefaultRemedies.Complete(broken, runFolder, said),
            }
        );
    }

    private static DiagnosisResult Weigh(List<DiagnosisResult> found) =>
        found is [{ Certainty: Certainty.Confirmed } first, { Certainty: Certainty.Confirmed } second, ..]
            ? first with
            {
                Certainty = Certainty.Likely,
                Summary = $"{first.Summary} ({second.Cause} is borne out, too)",
            }
            : found[0];

    // What the user saw comes first, and what to change last: what lies between can be left out.
    private static IReadOnlyList<Why> Cut(IReadOnlyList<Why> chain) =>
        chain.Count <= MostWhys ? chain : [chain[0], .. chain.Skip(chain.Count - MostWhys + 1)];
}
