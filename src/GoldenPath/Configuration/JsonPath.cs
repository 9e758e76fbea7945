using System.Text.Json;
using System.Text.RegularExpressions;

namespace GoldenPath.Configuration;

/// <summary>A JSON path of names and indexes: <c>$.a.b[0]['c d']</c>.</summary>
/// <remarks>The part of RFC 9535 that selects at most one node. Wildcards, slices and filters are not understood.</remarks>
internal sealed partial class JsonPath
{
    private readonly Step[] _steps;

    private JsonPath(Step[] steps) => _steps = steps;

    /// <summary>Reads a path; <c>null</c> where it is none.</summary>
    public static JsonPath? TryParse(string text)
    {
        var match = Syntax().Match(text);
        return match.Success ? new JsonPath([.. match.Groups["step"].Captures.Select(capture => Step.Parse(capture.Value))]) : null;
    }

    /// <summary>Reads a path.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static JsonPath Parse(string text) =>
        TryParse(text)
        ?? throw new FormatException($"'{text}' is no JSON path of names and indexes. Write it like $.access_token or $.items[0].text.");

    /// <summary>The node it selects; <c>null</c> where there is none.</summary>
    public JsonElement? Select(JsonElement root)
    {
        JsonElement? node = root;
        foreach (var step in _steps)
        {
            node = node is { } parent ? step.Select(parent) : null;
        }

        return node;
    }

    [GeneratedRegex("""^\$(?<step>\.[\p{L}_][\p{L}\p{N}_-]*|\[\d{1,9}\]|\['[^']+'\]|\["[^"]+"\])*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Syntax();

    private readonly record struct Step(string? Name, int Index)
    {
        public static Step Parse(string text) =>
            text[0] == '.' ? new(text[1..], 0)
            : char.IsDigit(text[1]) ? new(null, int.Parse(text.AsSpan()[1..^1], provider: null))
            : new(text[2..^2], 0);

        public JsonElement? Select(JsonElement parent) =>
            Name is null
                ? parent.ValueKind == JsonValueKind.Array && Index < parent.GetArrayLength()
                    ? parent[Index]
                    : null
                : parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(Name, out var child)
                    ? child
                    : null;
    }
}
