using System.Globalization;
using System.Text.Json;
using GoldenPath.Guard.Redaction;

namespace GoldenPath.Tests.Diagnosis.Matrix;

/// <summary>Looks up what a diagnosis cites: the file must be in the run folder, have that line, and the line must hold the text.</summary>
internal static class Citations
{
    /// <summary>What cannot be found where it is said to be.</summary>
    public static IEnumerable<string> Broken(string folder, DiagnosisResult diagnosis) =>
        diagnosis.Chain.SelectMany(why => why.Evidence).Select(evidence => Problem(folder, evidence)).OfType<string>().Distinct();

    private static string? Problem(string folder, Evidence evidence)
    {
        if (
            evidence.Source.LastIndexOf(':') is not (> 0 and var colon)
            || !int.TryParse(evidence.Source.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
        {
            return $"the source '{evidence.Source}' names no line: {evidence.Text}";
        }

        var file = Path.Combine(folder, evidence.Source[..colon]);
        return !File.Exists(file) ? $"the source '{evidence.Source}' is not in the run folder"
            : Text.Shared(file).Split('\n').ElementAtOrDefault(number - 1) is not { } line
                ? $"'{evidence.Source[..colon]}' has no line {number}"
            : Holds(line, evidence.Text) ? null
            : $"line '{evidence.Source}' does not hold '{evidence.Text}' but '{line}'";
    }

    /// <summary>The text as it is, on one line, or cut with an ellipsis; in a line of JSON also as one of its strings.</summary>
    private static bool Holds(string line, string text)
    {
        var quoted = OnOneLine(text).TrimEnd('…').TrimEnd();
        return quoted.Length > 0
            && Strings(line).Prepend(line).Any(value => OnOneLine(TerminalText.Line(value)).Contains(quoted, StringComparison.Ordinal));
    }

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Strings(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return [.. Strings(json.RootElement)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Strings(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => [element.GetString()!],
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
            _ => [],
        };
}
