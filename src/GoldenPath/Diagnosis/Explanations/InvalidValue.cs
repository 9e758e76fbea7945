using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>A variable, setting or argument has a value that does not do.</summary>
internal sealed partial class InvalidValue : IExplanation
{
    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.InvalidValue];

    public Account? Explain(Case broken, ServiceFact service, Sign sign)
    {
        if (!broken.HasEnded)
        {
            return null;
        }

        var name = sign.Subject;
        var fact = broken.File.Variables.FirstOrDefault(variable => variable.Service == service.Name && variable.Name == name);
        return new(
            Causes.InvalidValue,
            $"Service '{service.Name}' cannot use {(name is null ? "one of its settings" : $"'{name}'")} as it is: {sign.Seen.Text}",
            $"Its log says what is wrong with {(name is null ? "a setting" : $"'{name}'")}.",
            fact is { IsSet: true }
        )
        {
            State = fact is null ? [] : [new($"Where does {name} come from?", $"{fact.Seen.Text}.", [fact.Seen])],
            Remedies = [.. Remedies(service, sign, name)],
        };
    }

    private static IEnumerable<Remedy> Remedies(ServiceFact service, Sign sign, string? name)
    {
        var text = string.Join('\n', sign.Entry.Lines.Select(line => line.Text).Take(20));
        if (Argument().IsMatch(text))
        {
            yield return new(
                $"Take the argument that it does not know{(name is { Length: > 0 } ? $" ({name})" : "")} out of the command of '{service.Name}' at {service.Declared}, or spell it as its usage says."
            );
        }
        else if (name is not null && Variable().IsMatch(name))
        {
            yield return new(
                $"Give {name} a value of the form that its message asks for at {service.Declared}: environment: {{ {name}: … }}"
            );
            yield return new("Or set it for this run.", Pasted.Export([name]));
        }
        else if (Place().Match(text) is { Success: true } place)
        {
            yield return new(
                $"Correct {place.Groups["file"].Value}, line {place.Groups["line"].Value}: its message says what it takes.",
                Pasted.WithPath(
                    place.Groups["file"].Value,
                    file => OperatingSystem.IsWindows() ? $"notepad {file}" : $"${{EDITOR:-vi}} +{place.Groups["line"].Value} -- {file}"
                )
            );
        }
        else
        {
            yield return new(
                $"Correct the value that its message names, in its settings or at {service.Declared}: environment: or command:."
            );
        }
    }

    [GeneratedRegex(
        @"(unrecognized|unknown|invalid|unexpected) (command[- ]line )?(option|argument|flag)|flag provided but not defined|invalid choice",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Argument();

    [GeneratedRegex(@"^[A-Z][A-Z0-9_]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    [GeneratedRegex(
        @"(?<file>[\w./~-]+\.(?:conf|ya?ml|toml|ini|json|xml|cfg|properties|env|cnf))[""']?(?:,? (?:on )?line |:)(?<line>\d+)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Place();
}
