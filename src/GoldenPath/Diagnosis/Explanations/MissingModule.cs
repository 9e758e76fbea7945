using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>A module, a library or the version of a runtime is missing.</summary>
internal sealed class MissingModule : IExplanation
{
    private const int NotFound = 127; // of the dynamic linker
    private const int FrameworkMissing = 150; // of the host of .NET

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
            IsOfLoader(service, sign)
        )
        {
            Remedies = [.. Installing.Of(sign, name, service, project)],
        };
    }

    // A loader's own code of its end says that it never came to the program. A name that an interpreter does not find may be spelt wrong, or lie elsewhere.
    private static bool IsOfLoader(ServiceFact service, Sign sign) =>
        service.Code switch
        {
            NotFound => sign.Line.Text.Contains("shared librar", StringComparison.OrdinalIgnoreCase),
            FrameworkMissing => sign.Line.Text.Contains(".NET", StringComparison.Ordinal)
                || sign.Line.Text.Contains("ramework", StringComparison.Ordinal),
            _ => false,
        };
}
