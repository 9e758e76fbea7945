using System.Text.Json.Nodes;
using GoldenPath.Configuration;
using GoldenPath.Configuration.Reading;

namespace GoldenPath.Tests.Configuration.Reading;

/// <summary>The schema for editors and the reader know the same file.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class SchemaSpecs
{
    private static readonly JsonNode Schema = JsonNode.Parse(ConfigurationSchema.Read())!;

    /// <summary>Every mapping with fixed keys, by its place in the schema, with the keys that the reader knows.</summary>
    private static readonly Dictionary<string, IReadOnlyList<string>> Keys = new()
    {
        [""] = PipelineReader.Keys,
        ["service"] = ServiceReader.Keys,
        ["process"] = HostReader.ProcessKeys,
        ["container"] = ContainerReader.Keys,
        ["imageBuild"] = ContainerReader.BuildKeys,
        ["compose"] = ComposeReader.Keys,
        ["composeStop"] = ComposeReader.StopKeys,
        ["stop"] = HostReader.StopKeys,
        ["ready"] = ReadinessReader.Keys,
        ["scenario"] = ScenarioReader.Keys,
        ["login"] = LoginReader.Keys,
        ["connect"] = ConnectReader.Keys,
        ["carrier"] = CarrierReader.Keys,
        ["expect"] = ExpectReader.Keys,
        ["answer"] = ExpectReader.AnswerKeys,
        ["envelope"] = EnvelopeReader.Keys,
        ["resume"] = ReconnectReader.Keys,
        ["scenarioStep"] = SmokeReader.ScenarioKeys,
        ["commandStep"] = SmokeReader.CommandKeys,
        ["issues"] = IssuesReader.Keys,
    };

    [Spec]
    public async Task Schema_and_reader_know_the_same_keys()
    {
        var definitions = Schema["definitions"]!
            .AsObject()
            .Append(KeyValuePair.Create("", (JsonNode?)Schema))
            .Where(pair => pair.Value!["properties"] is not null);
        var inSchema = await Task.FromResult(
            definitions.ToDictionary(pair => pair.Key, pair => pair.Value!["properties"]!.AsObject().Select(key => key.Key))
        );

        Assert.Equal(Keys.Keys.Order(), inSchema.Keys.Order());
        Assert.All(Keys, pair => Assert.Equal(pair.Value.Order(), inSchema[pair.Key].Order()));
        Assert.All(
            Keys.Keys,
            name => Assert.False((bool)(name.Length == 0 ? Schema : Schema["definitions"]![name])!["additionalProperties"]!)
        );
    }

    [TableSpec]
    [InlineData("/definitions/service/properties/stdin/enum", nameof(ServiceReader.Inputs))]
    [InlineData("/definitions/stop/properties/signal/enum", nameof(HostReader.Signals))]
    [InlineData("/definitions/scenario/properties/severity/enum", nameof(ScenarioReader.Severities))]
    [InlineData("/definitions/connect/properties/token/anyOf/0/enum", nameof(CarrierReader.Words))]
    [InlineData("/definitions/expect/properties/profile/anyOf/0/enum", nameof(ExpectReader.Profiles))]
    [InlineData("/definitions/expect/properties/profile/anyOf/1/items/enum", nameof(ExpectDefinition.AgentRules))]
    [InlineData("/definitions/expect/properties/tools/enum", nameof(ExpectReader.Tools))]
    [InlineData("/definitions/event/enum", nameof(ExpectReader.Events))]
    [InlineData("/definitions/issues/properties/on/items/enum", nameof(IssuesReader.Verdicts))]
    public async Task Schema_and_reader_know_the_same_words(string place, string words)
    {
        IReadOnlyList<string> known = words switch
        {
            nameof(ServiceReader.Inputs) => ServiceReader.Inputs,
            nameof(HostReader.Signals) => HostReader.Signals,
            nameof(ScenarioReader.Severities) => ScenarioReader.Severities,
            nameof(CarrierReader.Words) => CarrierReader.Words,
            nameof(ExpectReader.Profiles) => ExpectReader.Profiles,
            nameof(ExpectDefinition.AgentRules) => ExpectDefinition.AgentRules,
            nameof(ExpectReader.Tools) => ExpectReader.Tools,
            nameof(ExpectReader.Events) => ExpectReader.Events,
            _ => IssuesReader.Verdicts,
        };
        Assert.Equal(known, await Task.FromResult(SchemaValidator.Follow(Schema, place)!.AsArray().Select(word => (string)word!)));
    }

    [Spec]
    public async Task The_file_of_this_repository_satisfies_the_schema()
    {
        Assert.Empty(Validate(await File.ReadAllTextAsync(Repository.File("goldenpath.yml"))));
    }

    [Spec]
    public async Task A_file_with_every_key_satisfies_the_schema()
    {
        Assert.Empty(await Task.FromResult(Validate(PipelineDefinitionSpecs.Full)));
    }

    /// <summary>A schema cannot see cycles, files or placeholders; what concerns the shape it must refuse as the reader does.</summary>
    [TableSpec]
    [InlineData("Root")]
    [InlineData("Service")]
    [InlineData("Process")]
    [InlineData("Container")]
    [InlineData("Scenario")]
    [InlineData("Expectation")]
    [InlineData("Smoke")]
    [InlineData("Issue")]
    public async Task The_schema_refuses_what_the_reader_refuses_for_its_shape(string topic)
    {
        var broken = await Task.FromResult(BrokenConfiguration.All.Where(broken => broken.Topic == topic));

        Assert.All(broken, one => Assert.Equal((one.Name, one.IsBeyondSchema), (one.Name, Validate(one.Yaml).Count == 0)));
    }

    private static List<string> Validate(string yaml)
    {
        var node = new NodeComposer(yaml, new ProblemList("goldenpath.yml")).Compose();
        return [.. SchemaValidator.Validate(Schema, Schema, ToJson(node), "")];
    }

    /// <summary>The value as editors see it: nothing filled in.</summary>
    private static JsonNode? ToJson(Node node) =>
        node switch
        {
            MapNode map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, ToJson(entry.Value)))),
            ListNode list => new JsonArray([.. list.Items.Select(ToJson)]),
            ScalarNode { IsPlain: true } scalar when scalar.IsNull => null,
            ScalarNode { IsPlain: true, Text: "true" or "false" } scalar => JsonValue.Create(scalar.Text == "true"),
            ScalarNode { IsPlain: true } scalar when long.TryParse(scalar.Text, out var number) => JsonValue.Create(number),
            _ => JsonValue.Create(((ScalarNode)node).Text),
        };
}
