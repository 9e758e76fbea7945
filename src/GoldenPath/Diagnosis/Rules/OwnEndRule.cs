using GoldenPath.Diagnosis.Explanations;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>The service ended, and somebody else has its port: that alone does not say that it ended for want of the port.</summary>
internal sealed class OwnEndRule : IRule
{
    public DiagnosisResult? Examine(Case broken, DiagnosisResult observed) =>
        broken is not { HasEnded: true, Service: { } service, Failure.Cause.Name: Causes.PortInUse } ? null
        : broken.Story?.Ranked is not [var error, ..] ? observed with { Certainty = Certainty.Likely }
        : observed with
        {
            Cause = Causes.ProcessExited,
            Certainty = Certainty.Likely,
            Summary =
                $"Service '{service.Name}' {Case.Told(service.Seen)}. Somebody else has its port, but its log tells of another error.",
            Chain =
            [
                observed.Chain[0],
                new($"Why did '{service.Name}' not answer?", $"It {Case.Told(service.Seen)}.", [service.Seen]),
                new($"Why did '{service.Name}' end?", $"Its last error: {error.Seen.Text}", [error.Seen]),
            ],
        };
}
