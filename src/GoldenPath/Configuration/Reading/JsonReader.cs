using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GoldenPath.Configuration.Reading;

/// <summary>Reads a value as JSON, types by YAML's core schema: what is quoted is a string, <c>on</c> and <c>yes</c> are too.</summary>
internal static partial class JsonReader
{
    /// <summary>The value as JSON; its strings may hold placeholders.</summary>
    public static JsonNode? Json(this NodeReader reader, PlaceholderScope scope) =>
        reader.Node switch
        {
            MapNode map => new JsonObject(
                map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, reader.Child(entry).Json(scope)))
            ),
            ListNode => new JsonArray([.. reader.Items("values").Select(item => item.Json(scope))]),
            ScalarNode { IsNull: true } => null,
            ScalarNode { IsPlain: false } => JsonValue.Create(reader.Template(scope)),
            _ => Plain(reader, scope),
        };

    private static JsonNode? Plain(NodeReader reader, PlaceholderScope scope)
    {
        var text = reader.Template(scope);
        if (NotANumber().IsMatch(text))
            reader.Problem($"{reader.Quoted} is no number in JSON", "Quote it to send it as a string");
        return text switch
        {
            "null" or "Null" or "NULL" or "~" or "" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            _ when Number(text) is { } number => JsonNode.Parse(number),
            _ => JsonValue.Create(text),
        };
    }

    /// <summary>The number as JSON writes it, digits kept; <c>null</c> where it is none.</summary>
    private static string? Number(string text) =>
        text switch
        {
            _ when DecimalInteger().IsMatch(text) => BigInteger
                .Parse(text, CultureInfo.InvariantCulture)
                .ToString(CultureInfo.InvariantCulture),
            _ when HexInteger().IsMatch(text) => BigInteger
                .Parse("0" + text[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                .ToString(CultureInfo.InvariantCulture),
            _ when OctalInteger().IsMatch(text) => text[2..]
                .Aggregate(BigInteger.Zero, (sum, digit) => (sum * 8) + (digit - '0'))
                .ToString(CultureInfo.InvariantCulture),
            _ when JsonFloat().IsMatch(text) => text,
            _ when Float().IsMatch(text) && double.Parse(text, CultureInfo.InvariantCulture) is var number && double.IsFinite(number) =>
                number.ToString("R", CultureInfo.InvariantCulture),
            _ => null,
        };

    [GeneratedRegex(@"^[-+]?[0-9]{1,400}\z")]
    private static partial Regex DecimalInteger();

    [GeneratedRegex(@"^0x[0-9a-fA-F]{1,400}\z")]
    private static partial Regex HexInteger();

    [GeneratedRegex(@"^0o[0-7]{1,400}\z")]
    private static partial Regex OctalInteger();

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)\.[0-9]+\z")]
    private static partial Regex JsonFloat();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Float();

    [GeneratedRegex(@"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z")]
    private static partial Regex NotANumber();
}
