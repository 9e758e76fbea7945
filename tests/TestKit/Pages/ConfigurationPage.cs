using System.Text;
using System.Text.Json.Nodes;

namespace GoldenPath.TestKit.Pages;

/// <summary>docs/configuration.md, written from the schema: every key with what it means and an example.</summary>
/// <param name="schema">The schema's text.</param>
public sealed class ConfigurationPage(string schema)
{
    /// <summary>The maps of the file in the order of the page, each with where it lies.</summary>
    private static readonly (string Definition, string Title)[] _maps =
    [
        ("", "The file"),
        ("service", "`services.NAME`"),
        ("process", "`services.NAME.process`"),
        ("stop", "`services.NAME.process.stop`, `services.NAME.container.stop`"),
        ("container", "`services.NAME.container`"),
        ("imageBuild", "`services.NAME.container.build`"),
        ("compose", "`services.NAME.compose`"),
        ("composeStop", "`services.NAME.compose.stop`"),
        ("ready", "`services.NAME.ready`"),
        ("scenario", "`scenarios.NAME`"),
        ("login", "`scenarios.NAME.login`"),
        ("connect", "`scenarios.NAME.connect`"),
        ("carrier", "`scenarios.NAME.connect.token`, spelt out"),
        ("expect", "`scenarios.NAME.expect`"),
        ("answer", "`scenarios.NAME.expect.answer`"),
        ("envelope", "`scenarios.NAME.envelope`"),
        ("resume", "`scenarios.NAME.reconnect`, spelt out"),
        ("scenarioStep", "`smoke`: a scenario"),
        ("commandStep", "`smoke`: a test command"),
        ("issues", "`issues`"),
    ];

    private readonly JsonObject _root = JsonNode.Parse(schema)!.AsObject();

    /// <summary>Every key of the file: the map that it lies in, its name and its example.</summary>
    public IEnumerable<(string Definition, string Key, JsonNode? Example)> Keys =>
        _maps.SelectMany(map =>
            Properties(map.Definition).Select(key => (map.Definition, key.Key, (key.Value!["examples"] as JsonArray)?[0]))
        );

    /// <summary>The page.</summary>
    public string Write()
    {
        var page = new StringBuilder("# goldenpath.yml, key by key\n\n");
        page.Append("Written from `goldenpath.schema.json`; specs hold both together, and read every example.\n");
        page.Append($"{_root["description"]}\n");
        foreach (var (definition, title) in _maps)
        {
            page.Append($"\n## {title}\n\n");
            if (definition.Length > 0 && (string?)Map(definition)["description"] is { } about)
            {
                page.Append(about).Append("\n\n");
            }

            page.Append("| key | what it means | example |\n|---|---|---|\n");
            foreach (var (key, value) in Properties(definition))
            {
                page.Append($"| `{key}` | {Cell(Meaning(value!))} | {Cell($"`{key}: {Flow((value!["examples"] as JsonArray)?[0])}`")} |\n");
            }
        }

        return page.ToString();
    }

    private JsonObject Map(string definition) => definition.Length == 0 ? _root : _root["definitions"]![definition]!.AsObject();

    private JsonObject Properties(string definition) => Map(definition)["properties"]!.AsObject();

    // What is said at the key goes before what is said of its kind.
    private string Meaning(JsonNode value) =>
        (string?)value["description"]
        ?? ((string?)value["$ref"] is { } reference ? (string?)Map(reference.Split('/')[^1])["description"] : null)
        ?? "";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Flow(JsonNode? node) =>
        node switch
        {
            JsonObject map => $"{{ {string.Join(", ", map.Select(pair => $"{pair.Key}: {Flow(pair.Value)}"))} }}",
            JsonArray list => $"[{string.Join(", ", list.Select(Flow))}]",
            JsonValue value => value.TryGetValue(out string? text) ? Adopting.Yaml.Scalar(text) : value.ToJsonString(),
            _ => "",
        };
}
