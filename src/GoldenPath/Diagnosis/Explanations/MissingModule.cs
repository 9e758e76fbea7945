using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>A module, a library or the version of a runtime is missing.</summary>
internal sealed class MissingModule : IExplanation
{
    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.ModuleMissing];

    public Account Explain(Case broken, ServiceFact service, Sign sign)
    {
        var name = sign.Subject;
        var project = broken.File.Projects.FirstOrDefault(one => one.Service == service.Name);
        return new(
            Causes.DependencyMissing,
            name is null
                ? $"Service '{service.Name}' lacks what it is made with: {sign.Seen.Text}"
                : $"Service '{service.Name}' lacks '{name}': {sign.Seen.Text}",
            name is null ? "Its log says that something that it is made with is missing." : $"Its log says that '{name}' is missing.",
            sign.Gravity >= Gravity.Typed || service.Code is 127 or 134 or 131 or 150
        )
        {
            Remedies = [.. Installing.Of(sign, name, service, project)],
        };
    }
}
