using System.Text;
using System.Text.Json;

namespace GoldenPath.Diagnosis.Logs;

/// <summary>Reads the fields of a line of JSON, nested names joined by dots. A line that was cut gives the fields before the cut.</summary>
internal static class JsonFields
{
    private const int MostFields = 100;
    private const int MostDepth = 8;

    /// <summary>The fields; <c>null</c> where the text is no object.</summary>
    public static IReadOnlyDictionary<string, string>? Read(string text)
    {
        Dictionary<string, string> fields = [];
        List<string> path = [];
        var reader = new Utf8JsonReader(
            Encoding.UTF8.GetBytes(text),
            new JsonReaderOptions { MaxDepth = MostDepth, AllowTrailingCommas = true }
        );
        try
        {
            while (fields.Count < MostFields && reader.Read())
            {
                Take(ref reader, path, fields);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // It was cut, is too deep, or becomes something else: what was read so far counts. Half surrogates cannot be read either.
        }

        return fields.Count > 0 ? fields : null;
    }

    private static void Take(ref Utf8JsonReader reader, List<string> path, Dictionary<string, string> fields)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                Shorten(path, reader.CurrentDepth - 1);
                path.Add(reader.GetString()!);
                break;
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                Shorten(path, reader.CurrentDepth);
                while (path.Count < reader.CurrentDepth)
                {
                    path.Add(""); // An element of an array has no name.
                }

                break;
            case JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False when path.Count > 0:
                Add(
                    fields,
                    string.Join('.', path.Where(name => name.Length > 0)),
                    reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan)
                );
                break;
            default:
                break;
        }
    }

    private static void Shorten(List<string> path, int length)
    {
        if (path.Count > Math.Max(0, length))
        {
            path.RemoveRange(length, path.Count - length);
        }
    }

    // The elements of an array are one value: a path, a list of addresses.
    private static void Add(Dictionary<string, string> fields, string name, string value) =>
        fields[name] = fields.TryGetValue(name, out var before) ? $"{before} {value}" : value;
}
