using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GoldenPath.Tests.Configuration.Reading;

/// <summary>The keywords of JSON schema that <c>goldenpath.schema.json</c> uses; any other one fails the spec.</summary>
internal static class SchemaValidator
{
    /// <summary>The node that a JSON pointer names.</summary>
    public static JsonNode? Follow(JsonNode root, string place) =>
        place
            .Split('/')
            .Skip(1)
            .Aggregate((JsonNode?)root, (node, step) => node is JsonArray list ? list[int.Parse(step, null)] : node![step]);

    public static IEnumerable<string> Validate(JsonNode root, JsonNode schema, JsonNode? value, string path) =>
        schema is JsonObject keywords ? keywords.SelectMany(keyword => Validate(root, schema, keyword.Key, keyword.Value!, value, path))
        : schema.GetValue<bool>() ? []
        : [$"{path} is not allowed"];

    private static IEnumerable<string> Validate(
        JsonNode root,
        JsonNode schema,
        string keyword,
        JsonNode argument,
        JsonNode? value,
        string path
    ) =>
        keyword switch
        {
            "$schema" or "title" or "description" or "examples" or "definitions" => [],
            "$ref" => Validate(root, Follow(root, ((string)argument!)[1..])!, value, path),
            "type" => Fail(!Types(argument).Any(type => IsType(value, type)), path, $"is no {argument}"),
            "enum" => Fail(!argument.AsArray().Any(word => JsonNode.DeepEquals(word, value)), path, "is none of the words"),
            "const" => Fail(!JsonNode.DeepEquals(argument, value), path, $"is not {argument}"),
            "pattern" => Fail(Text(value) is { } text && !Regex.IsMatch(text, (string)argument!), path, $"does not match {argument}"),
            "minLength" => Fail(Text(value)?.Length < (int)argument, path, "is too short"),
            "maxLength" => Fail(Text(value)?.Length > (int)argument, path, "is too long"),
            "minimum" => Fail(Number(value) < (long)argument, path, "is too small"),
            "maximum" => Fail(Number(value) > (long)argument, path, "is too large"),
            "minItems" => Fail((value as JsonArray)?.Count < (int)argument, path, "has too few items"),
            "uniqueItems" => Fail(
                value is JsonArray list && list.Select(item => item?.ToJsonString()).Distinct().Count() < list.Count,
                path,
                "repeats an item"
            ),
            "items" => value is JsonArray items
                ? items.SelectMany((item, index) => Validate(root, argument, item, $"{path}[{index}]"))
                : [],
            "minProperties" => Fail((value as JsonObject)?.Count < (int)argument, path, "has too few keys"),
            "maxProperties" => Fail((value as JsonObject)?.Count > (int)argument, path, "has too many keys"),
            "required" => Fail(
                value is JsonObject map && argument.AsArray().Any(key => !map.ContainsKey((string)key!)),
                path,
                $"lacks one of {argument}"
            ),
            "properties" => Properties(value)
                .SelectMany(pair => argument[pair.Key] is { } known ? Validate(root, known, pair.Value, $"{path}.{pair.Key}") : []),
            "additionalProperties" => Properties(value)
                .Where(pair => schema["properties"]?[pair.Key] is null)
                .SelectMany(pair => Validate(root, argument, pair.Value, $"{path}.{pair.Key}")),
            "propertyNames" => Properties(value)
                .SelectMany(pair => Validate(root, argument, JsonValue.Create(pair.Key), $"{path}.{pair.Key}")),
            "anyOf" => Fail(!argument.AsArray().Any(option => !Validate(root, option!, value, path).Any()), path, "fits no option"),
            "oneOf" => Fail(
                argument.AsArray().Count(option => !Validate(root, option!, value, path).Any()) != 1,
                path,
                "fits not exactly one option"
            ),
            "not" => Fail(!Validate(root, argument, value, path).Any(), path, "is not allowed"),
            _ => throw new NotSupportedException($"Keyword '{keyword}' of the schema is not known to its specs."),
        };

    private static IEnumerable<string> Fail(bool fails, string path, string message) => fails ? [$"{path} {message}"] : [];

    private static JsonObject Properties(JsonNode? value) => value as JsonObject ?? [];

    private static IEnumerable<string> Types(JsonNode argument) =>
        argument is JsonArray list ? list.Select(type => (string)type!) : [(string)argument!];

    private static string? Text(JsonNode? value) => value?.GetValueKind() is JsonValueKind.String ? (string?)value : null;

    private static long? Number(JsonNode? value) => value?.GetValueKind() is JsonValueKind.Number ? (long)value : null;

    private static bool IsType(JsonNode? value, string type) =>
        (value?.GetValueKind(), type) switch
        {
            (JsonValueKind.Object, "object") or (JsonValueKind.Array, "array") or (JsonValueKind.String, "string") => true,
            (JsonValueKind.Number, "number" or "integer") or (JsonValueKind.True or JsonValueKind.False, "boolean") => true,
            _ => false,
        };
}
