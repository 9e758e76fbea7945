using System.Text.Json;

namespace GoldenPath.Reporting.Pages.Reading;

/// <summary>A file with one JSON object a line. A run that was killed may have left half a line: what cannot be read is passed over.</summary>
internal static class JsonLines
{
    private const int LongestLine = 1 << 20;

    /// <summary>The objects with the numbers of their lines, the first is 1; none where there is no file.</summary>
    public static IEnumerable<(int Line, JsonElement Value)> Read(string file)
    {
        foreach (var (index, text) in Texts(file).Index())
        {
            if (TryParse(text) is { } value)
            {
                yield return (index + 1, value);
            }
        }
    }

    /// <summary>The lines of a file that may still be open for writing; none where there is no file.</summary>
    public static IEnumerable<string> Texts(string file)
    {
        if (!File.Exists(file))
        {
            yield break;
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
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
