using System.Text.RegularExpressions;
using GoldenPath.Diagnosis.Facts;
using GoldenPath.Diagnosis.Signs;

namespace GoldenPath.Diagnosis.Explanations;

/// <summary>A variable or setting that the service needs has no value.</summary>
internal sealed partial class MissingVariable : IExplanation
{
    public IReadOnlyList<SignKind> Kinds { get; } = [SignKind.MissingVariable];

    public Account? Explain(Case broken, ServiceFact service, Sign sign)
    {
        List<string> names = [.. sign.Subjects.Concat(Others(broken, sign)).Distinct()];
        var facts = broken.File.Variables.Where(variable => variable.Service == service.Name && names.Contains(variable.Name)).ToList();
        var unset = names.Where(name => !facts.Exists(fact => fact.Name == name && fact.IsSet)).ToList();
        if (names.Count > 0 && unset.Count == 0)
        {
            return null; // It has a value, whatever the log says.
        }

        var named = names.Count == 0 ? "a variable" : string.Join(", ", unset);
        return new(
            Causes.MissingVariable,
            $"Service '{service.Name}' needs {named}, which {(unset.Count > 1 ? "have" : "has")} no value.",
            $"Its log says that {named} {(unset.Count > 1 ? "have" : "has")} no value.",
            facts.Exists(fact => !fact.IsSet) && !IsOfSomeTable(sign)
        )
        {
            State =
            [
                .. facts
                    .Where(fact => !fact.IsSet)
                    .Take(1)
                    .Select(fact => new Why($"Why has {fact.Name} no value?", $"{fact.Seen.Text}.", [fact.Seen])),
            ],
            Remedies = [.. Remedies(service, sign, unset)],
        };
    }

    // A key that a table lacks is a variable only where the table is the environment.
    private static bool IsOfSomeTable(Sign sign) =>
        Key().IsMatch(sign.Line.Text) && !sign.Entry.Lines.Any(line => Environment().IsMatch(line.Text));

    [GeneratedRegex(
        @"KeyError|key not found|Undefined (array key|index)|NoSuchElement|field is required|is required\.?$",
        RegexOptions.CultureInvariant,
        Phrase.Timeout
    )]
    private static partial Regex Key();

    [GeneratedRegex(
        @"environ|\benv\b|\bENV\b|_ENV\b|getenv|variable|frozen os|[/\\]os\.py|decouple|settings?\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Environment();

    // A program that checks its settings one by one names each on a line of its own.
    private static IEnumerable<string> Others(Case broken, Sign sign) =>
        broken
            .Story?.Signs.Where(other =>
                other.Kind == sign.Kind && other.Gravity >= Gravity.Error && Math.Abs(other.Index - sign.Index) <= 20
            )
            .SelectMany(other => other.Subjects)
        ?? [];

    private static IEnumerable<Remedy> Remedies(ServiceFact service, Sign sign, List<string> names)
    {
        if (names.Count == 0)
        {
            yield return new(
                $"Declare what its message asks for at {service.Declared}: environment: {{ NAME: \"${{NAME}}\" }}. It says: {sign.Says}"
            );
            yield break;
        }

        var declared = string.Join(", ", names.Select(name => $"{Variable(name)}: \"${{{Variable(name)}}}\""));
        yield return new($"Declare {string.Join(", ", names)} for '{service.Name}' at {service.Declared}: environment: {{ {declared} }}");
        if (service.Host == "process")
        {
            yield return new("Or set it for this run.", Pasted.Export([.. names.Select(Variable)]));
        }
    }

    // Settings of frameworks are read from the environment with two underscores between the levels.
    private static string Variable(string name) => name.Replace(":", "__", StringComparison.Ordinal).Replace('.', '_').Replace('-', '_');
}
