using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Explanations;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>The service was getting on when the wait ended: its log counted up to the last, and told of no trouble.</summary>
internal sealed partial class TooSlowRule : IRule
{
    private const int FewestSteps = 2;
    private const int LastEntries = 8;

    public DiagnosisResult? Examine(Case broken, DiagnosisResult observed)
    {
        if (
            broken is not { IsAfterReadiness: false, Service: { State: ServiceState.Running } service, Story: { } story }
            || observed.Cause.Name is not (Causes.PortNotListening or Causes.HttpUnhealthy or Causes.HttpNoAnswer or Causes.Unknown)
            || story.Ranked.Any(sign => sign.Gravity >= Gravity.Error && !story.IsGotOver(sign))
        )
        {
            return null;
        }

        var steps = story.Entries.TakeLast(LastEntries).Where(entry => Step().IsMatch(entry.Lines[^1].Text)).ToList();
        return steps.Count < FewestSteps || steps[^1] != story.Entries[^1] || steps[0].Message == steps[^1].Message
            ? null
            : observed with
            {
                Cause = Causes.ServiceTooSlow,
                Certainty = Certainty.Likely,
                Summary = $"Service '{service.Name}' was getting on when the wait ended: {steps[^1].Lines[^1].Text.Trim()}",
                Chain =
                [
                    .. observed.Chain,
                    new(
                        $"What was '{service.Name}' doing?",
                        "Its log counted on until the wait ended.",
                        [
                            .. new[] { steps[0], steps[^1] }.Select(step => new Evidence(
                                $"{service.Log}:{step.Lines[^1].Number}",
                                step.Lines[^1].Text.Trim()
                            )),
                        ]
                    ),
                ],
                Remedies =
                [
                    new($"Give it more time: timeout: in ready: of '{service.Name}' at {service.Declared}, for instance timeout: 120s."),
                    new("Or let it do that work once, before the run: a cache, a prepared model, migrations as a step of their own."),
                ],
            };
    }

    [GeneratedRegex(
        @"\b\d{1,3}(\.\d+)? ?%|\b\d+ ?(/|of|von|sur|de) ?\d+\b|\bstep \d+|\b(loaded|processed|indexed|imported|migrated|compiled|downloaded|warmed|fetched) \d+|\b\d+ (rows|files|records|documents|modules|shards|migrations)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Step();
}
