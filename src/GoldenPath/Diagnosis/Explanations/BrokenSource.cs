using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>The service compiles itself at its start, and its source does not compile.</summary>
internal sealed class BrokenSource : IExplanation
{
    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.DoesNotCompile];

    public Account? Explain(Case broken, ServiceFact service, Sign sign) =>
        !broken.HasEnded
            ? null
            : new(
                Causes.BuildFailed,
                $"Service '{service.Name}' does not compile: {sign.Seen.Text}",
                "Its log holds what the compiler says.",
                IsBorneOut: false
            )
            {
                Remedies = [.. Mend(service, sign)],
            };

    private static IEnumerable<Remedy> Mend(ServiceFact service, Sign sign) =>
        (NamedPlaces.Of(sign.Line.Text) ?? NamedPlaces.OfSource(sign.Entry)) is { } place
            ? [Editing.At(place.File, place.Line, sign)]
            : [new($"Correct the source where the compiler says, and let '{service.Name}' be built before the run: {sign.Seen.Text}")];
}
