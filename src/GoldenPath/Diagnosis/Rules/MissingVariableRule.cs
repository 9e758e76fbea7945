using GoldenPath.Diagnosis.Logs;

namespace GoldenPath.Diagnosis.Rules;

/// <summary>The service gave up because a variable that it needs has no value.</summary>
internal sealed class MissingVariableRule : IRule
{
    public DiagnosisResult? Examine(Case broken, DiagnosisResult observed)
    {
        if (broken is not { Service: { WasReady: false } service, LastWords: { } log }
            || log.Standing(LogMarkKind.MissingVariable).FirstOrDefault() is not { } mark)
        {
            return null;
        }

        var name = mark.Subject ?? "a variable";
        var fact = broken.File.Variables.FirstOrDefault(variable => variable.Service == service.Name && variable.Name == mark.Subject);
        return fact is { IsSet: true } || !log.IsVerdict(mark) ? null : observed with
        {
            Cause = Causes.MissingVariable,
            Certainty = fact is not null && broken.HasEnded ? Certainty.Confirmed : Certainty.Likely,
            Summary = $"Service '{service.Name}' needs {name}, which has no value.",
            Chain =
            [
                .. observed.Chain,
                new($"Why did '{service.Name}' give up?", $"Its log says that {name} has no value.", [mark.Seen]),
                .. fact is null ? [] : new[] { new Why($"Why has {name} no value?", $"{fact.Seen.Text}.", [fact.Seen]) },
            ],
            Remedies =
            [
                new($"Declare {name} for '{service.Name}' at {service.Declared}: environment: {{ {name}: \"${{{name}}}\" }}"),
                .. service.Host == "process" ? [new Remedy("Or set it for this run.", $"export {name}=…")] : Array.Empty<Remedy>(),
            ],
        };
    }
}
