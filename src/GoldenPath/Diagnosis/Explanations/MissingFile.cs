using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>The program's own file is not where its command looks for it: it was not built, or lies elsewhere.</summary>
internal sealed partial class MissingFile : IExplanation
{
    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.FileMissing];

    public Account? Explain(Case broken, ServiceFact service, Sign sign)
    {
        if (!broken.HasEnded)
        {
            return null;
        }

        var file = sign.Subject ?? NamedPaths.Of(sign);
        var fact = broken.File.Paths.FirstOrDefault(path => path.Service == service.Name && path.Path == file);
        return new(
            IsMain(sign) ? Causes.ExecutableMissing : Causes.ProcessExited,
            $"Service '{service.Name}' {Case.Told(service.Seen)}: {(file is null ? "a file of its own" : $"its file '{file}'")} is not there.",
            $"Its log says that {(file is null ? "a file" : $"'{file}'")} is not there.",
            fact is { Exists: false }
                && (Path.IsPathRooted(fact.Path) || service.Declaration.Text.Contains(fact.Path, StringComparison.Ordinal))
        )
        {
            State = fact is null ? [] : [new($"Is '{file}' there?", $"{Case.Told(fact.Seen)}.", [fact.Seen])],
            Remedies =
            [
                new(
                    $"Build what is missing before the run, or correct the command of '{service.Name}' at {service.Declared}.",
                    Build(broken, service, file)
                ),
            ],
        };
    }

    // What its command was to run, not a file that it needed later.
    private static bool IsMain(Sign sign) => sign.Entry.Lines.Any(line => Main().IsMatch(line.Text));

    [GeneratedRegex(
        @"can't open file|Unable to access jarfile|to execute does not exist|Could not execute because|Could not open input file|can't open perl script|requireStack: \[\]|cannot open",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Main();

    private static string? Build(Case broken, ServiceFact service, string? file)
    {
        var project = broken.File.Projects.FirstOrDefault(one => one.Service == service.Name);
        var place = project is null ? "" : $"cd {Pasted.Quote(project.Directory)} && ";
        return file switch
        {
            null => null,
            _ when file.EndsWith("js", StringComparison.Ordinal) => place + "npm run build",
            _ when file.EndsWith(".jar", StringComparison.Ordinal) => place + "mvn package || ./gradlew build",
            _ when file.EndsWith(".dll", StringComparison.Ordinal) => place + "dotnet build",
            _ => null,
        };
    }
}
