using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>A file or folder that the service wanted to use is missing: its settings, its data, a key.</summary>
/// <remarks>Many programs look for files that they do without, so it is never more than likely.</remarks>
internal sealed partial class MissingPath : IExplanation
{
    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.PathMissing];

    public Account? Explain(Case broken, ServiceFact service, Sign sign)
    {
        if (!broken.HasEnded)
        {
            return null;
        }

        var path = NamedPaths.Of(sign);
        var fact = broken.File.Paths.FirstOrDefault(one => one.Service == service.Name && one.Path == path);
        if (fact is { Exists: true })
        {
            return null; // It is there, whatever the log says.
        }

        var named = path is null ? "a file or folder that it wants to use" : $"'{path}'";
        return new(
            IsSettings(sign, path) ? Causes.InvalidValue : Causes.ProcessExited,
            $"Service '{service.Name}' {Case.Told(service.Seen)}, for {named} is not there: {sign.Seen.Text}",
            $"Its log says that {named} is not there.",
            IsBorneOut: false
        )
        {
            State = fact is null ? [] : [new($"Is {named} there?", $"{Case.Told(fact.Seen)}.", [fact.Seen])],
            Remedies =
            [
                new(
                    $"Create {named}, or correct where '{service.Name}' looks for it: in its settings, or at {service.Declared}: command:, directory: or environment:.",
                    path is not null && IsFolder(sign.Line.Text, path) && !Pasted.IsOfSystem(path)
                        ? Pasted.WithPath(path, quoted => OperatingSystem.IsWindows() ? $"mkdir {quoted}" : $"mkdir -p -- {quoted}")
                        : null
                ),
            ],
        };
    }

    private static bool IsSettings(Sign sign, string? path) => Settings().IsMatch(path ?? "") || Settings().IsMatch(sign.Line.Text);

    private static bool IsFolder(string text, string path) => !Path.HasExtension(path) && Folder().IsMatch(text);

    [GeneratedRegex(
        @"conf(ig(uration)?)?\b|settings?\b|\.(conf|cfg|cnf|ini|ya?ml|toml|properties|env)\b|\b(must|should) be\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Settings();

    [GeneratedRegex(@"director|folder|\bdir\b|chdir|mkdir|scandir", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Folder();
}
