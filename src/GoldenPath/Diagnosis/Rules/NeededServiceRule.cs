using GoldenPath.Diagnosis.Explanations;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;
using GoldenPath.Readiness;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>A service failed because another of this run did: what that one died of is the root cause.</summary>
internal sealed class NeededServiceRule : IRule
{
    private static readonly SignKind[] OfConnections = [SignKind.Refused, SignKind.UnknownHost, SignKind.NoAnswer];

    public DiagnosisResult? Examine(Case broken, DiagnosisResult observed)
    {
        if (
            broken is not { Service: { WasReady: false } service, Story: { } story }
            || story.Ranked.FirstOrDefault(sign => OfConnections.Contains(sign.Kind) && Needed(broken, service, sign) is not null)
                is not { } sign
        )
        {
            return null;
        }

        var needed = Needed(broken, service, sign)!;
        var seen = observed with
        {
            Cause = ProcessEnd.Cause(new(needed.Code, needed.Signal)),
            Certainty = Certainty.Likely,
            Summary =
                $"Service '{service.Name}' did not get ready because '{needed.Name}', which it connects to, {ProcessEnd.Describe(new(needed.Code, needed.Signal))}.",
            Chain =
            [
                .. observed.Chain.Take(1),
                new(
                    $"Why does '{service.Name}' not get ready?",
                    $"Its log says that it could not connect to '{needed.Name}'.",
                    [sign.Seen]
                ),
                new($"Why is '{needed.Name}' not there?", $"It {Case.Told(needed.Seen)}.", [needed.Seen]),
            ],
        };
        var other = broken.From(needed);
        return (other.Story is { } words ? LoggedCauseRule.Explain(other, needed, words, seen) : null) is { } explained
            ? explained with
            {
                Certainty = sign.Port is null ? Certainty.Likely : explained.Certainty,
            }
            : ObservedCause.WithLastError(other, seen) with
            {
                Certainty = Certainty.Likely,
                Remedies = [],
            };
    }

    // The one whose port or name the log has; or, where the log has neither, the only one that ended.
    private static ServiceFact? Needed(Case broken, ServiceFact service, Sign sign)
    {
        var ended = broken
            .File.Services.Where(one => one != service && one is { State: ServiceState.Ended } && one is not { Code: 0 })
            .ToList();
        return ended.Find(one =>
                (sign.Port is not null && one.Port == sign.Port) || one.Name.Equals(sign.Host, StringComparison.OrdinalIgnoreCase)
            )
            ?? ended.Find(one => sign.Line.Text.Contains(one.Name, StringComparison.OrdinalIgnoreCase))
            ?? (sign is { Port: null, Host: null } && ended.Count == 1 ? ended[0] : null);
    }
}
