using GoldenPath.Diagnosis.Explanations;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>A test was refused by a service that had been ready: nobody listens there any more.</summary>
internal sealed class RefusedInTestsRule : IRule
{
    public DiagnosisResult? Examine(Case broken, DiagnosisResult observed)
    {
        if (
            broken.TestStory is not { } story
            || story.Signs.LastOrDefault(sign =>
                sign.Kind is SignKind.Refused or SignKind.NoAnswer && !story.IsGotOver(sign) && ServiceOn(broken, sign.Port) is not null
            )
                is not { } mark
        )
        {
            return null;
        }

        var service = ServiceOn(broken, mark.Port)!;
        var answers = broken.File.Answers.Where(answer => answer.Port == mark.Port).ToList();
        if (answers.Count == 0 || answers.Exists(answer => answer.Accepted))
        {
            return null;
        }

        var port = broken.Port(mark.Port);
        return observed with
        {
            Cause = service.IsExternal ? Causes.ServiceNotStarted : Causes.PortNotListening,
            Certainty = port is { Listeners.Count: 0 } && story.IsVerdict(mark) ? Certainty.Confirmed : Certainty.Likely,
            Summary = $"Service '{service.Name}' no longer listens on port {mark.Port}.",
            Chain =
            [
                .. observed.Chain,
                new("Why did the test fail?", $"Its connection to port {mark.Port} was refused.", [mark.Seen]),
                new(
                    "Why was it refused?",
                    $"Nobody listens on port {mark.Port} any more.",
                    [.. answers.Select(answer => answer.Seen), .. port is null ? [] : new[] { port.Seen }]
                ),
                new("Is the service gone?", $"{service.Seen.Text}.", [service.Seen]),
            ],
            Remedies = [new($"Find out why '{service.Name}' stopped listening.")],
        };
    }

    private static ServiceFact? ServiceOn(Case broken, int? port) =>
        broken.File.Services.FirstOrDefault(service => service.Port == port && port is not null);
}
