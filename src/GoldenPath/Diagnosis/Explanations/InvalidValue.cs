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
            Remedies = [.. Remedies(service, sign, name, fact is { IsSet: true })],
        };
    }

    private static IEnumerable<Remedy> Remedies(ServiceFact service, Sign sign, string? name, bool isSet)
    {
        var text = string.Join('\n', sign.Entry.Lines.Select(line => line.Text).Take(20));
        if (NotAllowed().Match(sign.Line.Text) is { Success: true } allowed)
        {
            yield return new(
                $"Take {allowed.Groups["option"].Value} out of {allowed.Groups["variable"].Value}, which is set for '{service.Name}' at {service.Declared} or in the shell that starts the run."
            );
        }
        else if (Argument().IsMatch(text) && !NamesFile(text))
        {
            yield return new(
                $"Take the argument that it does not know{(name is { Length: > 0 } ? $" ({name})" : "")} out of the command of '{service.Name}' at {service.Declared}, or spell it as its usage says."
            );
        }
        else if (name is not null && Variable().IsMatch(name) && (isSet || name.Contains('_', StringComparison.Ordinal)))
        {
            yield return new(
                $"Give {name} a value of the form that its message asks for at {service.Declared}: environment: {{ {name}: … }}"
            );
            yield return new("Or set it for this run.", Pasted.Export([name]));
        }
        else if (First(sign, NamedPlaces.OfSettings) is { } place)
        {
            yield return Editing.At(place.File, place.Line, sign);
        }
        else if (sign.Subjects.FirstOrDefault(subject => Setting().IsMatch(subject)) is { } setting)
        {
            yield return new(
                $"Give {setting} a value of the form that its message asks for, in its settings or at {service.Declared}: environment: {{ {setting.Replace(":", "__", StringComparison.Ordinal)}: … }}. It says: {sign.Says}"
            );
        }
        else if ((Named(sign) ?? NamedPlaces.SettingsOf(service.Declaration.Text)) is { } file)
        {
            yield return First(sign, NamedPlaces.LineAlone) is { } line ? Editing.At(file, line, sign) : Editing.Of(file, sign);
        }
        else if (First(sign, NamedPlaces.Of) is { } source)
        {
            yield return Editing.At(source.File, source.Line, sign);
        }
        else
        {
            yield return new(
                $"Correct what its message names, in its settings or at {service.Declared}, environment: or command:. It says: {sign.Says}"
            );
        }
    }

    private static T? First<T>(Sign sign, Func<string, T?> read)
        where T : struct => sign.Entry.Lines.Select(line => read(line.Text)).FirstOrDefault(found => found is not null);

    private static string? Named(Sign sign) =>
        sign.Entry.Lines.Select(line => NamedPlaces.SettingsOf(line.Text)).FirstOrDefault(file => file is not null);

    private static bool NamesFile(string text) => NamedPlaces.Of(text) is not null || NamedPlaces.SettingsOf(text) is not null;

    [GeneratedRegex(
        @"(unrecogni[sz]ed|unknown|invalid|unexpected|bad) (command[- ]line )?(option|argument|flag)|flag provided but not defined|invalid choice",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Argument();

    [GeneratedRegex(
        @"(?<option>-[\w=-]+) is not allowed in (?<variable>[A-Z_]+)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex NotAllowed();

    [GeneratedRegex(@"^[A-Za-z][\w-]*([:.][\w-]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^[A-Z][A-Z0-9_]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
