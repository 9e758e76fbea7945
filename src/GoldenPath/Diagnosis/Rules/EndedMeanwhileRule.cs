using GoldenPath.Diagnosis.Explanations;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Readiness;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>A service ended while the tests ran, and the stage noticed only what its end did to them.</summary>
internal sealed class EndedMeanwhileRule : IRule
{
    public DiagnosisResult? Examine(Case broken, DiagnosisResult observed)
    {
        if (
            !broken.IsAfterReadiness
            || broken.Service is not null
            || broken.File.Services.FirstOrDefault(service => service.State == ServiceState.Ended) is not { } ended
        )
        {
            return null;
        }

        var story = ended.Log is { } log ? broken.StoryOf(log) : null;
        if (story is not null && LoggedCauseRule.Explain(broken.From(ended), ended, story, Seen(observed, ended)) is { } explained)
        {
            return explained with { Certainty = Certainty.Likely };
        }

        return observed with
        {
            Cause = ProcessEnd.Cause(new(ended.Code, ended.Signal)),
            Certainty = ended.Signal is not null && IsOfConnection(observed.Cause) ? Certainty.Confirmed : Certainty.Likely,
            Summary =
                $"Service '{ended.Name}' {ProcessEnd.Describe(new(ended.Code, ended.Signal))} while the tests ran: {observed.Summary}",
            Chain =
            [
                .. Seen(observed, ended).Chain,
                .. (story?.Ranked ?? [])
                    .Take(1)
                    .Select(error => new Why($"Why did '{ended.Name}' end?", $"Its last error: {error.Seen.Text}", [error.Seen])),
            ],
            Remedies = [],
        };
    }

    private static DiagnosisResult Seen(DiagnosisResult observed, ServiceFact ended) =>
        observed with
        {
            Chain =
            [
                .. observed.Chain,
                new("Why did the test fail?", $"Service '{ended.Name}' was gone: it {Case.Told(ended.Seen)}.", [ended.Seen]),
            ],
        };

    // What a connection to a process that ends must show; any other failure may have a reason of its own.
    private static bool IsOfConnection(Cause cause) =>
        cause.Name is Causes.ConnectionDropped or Causes.WebSocketProtocolError or Causes.PortNotListening or Causes.HttpNoAnswer;
}
