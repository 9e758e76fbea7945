using System.Text.Json;

namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>A file with one JSON object a line. A run that was killed may have left half a line: what cannot be read is passed over.</summary>
internal static class JsonLines
{
    private const int LongestLine = 1 << 20;

    /// <summary>The objects with the numbers of their lines, the first is 1; none where there is no file.</summary>
    public static IEnumerable<(int Line, JsonElement Value)> Read(string file)
    {
        if (!File.Exists(file))
        {
            yield break;
        }

        foreach (var (index, text) in File.ReadLines(file).Index())
        {
            if (TryParse(text) is { } value)
            {
                yield return (index + 1, value);
            }
        }
    }

    /// <summary>The object of a line; <c>null</c> where it holds none.</summary>
    public static JsonElement? TryParse(string text)
    {
        if (text.Length > LongestLine)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
