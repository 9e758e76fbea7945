using GoldenPath.Configuration;
using GoldenPath.Configuration.Reading;
using GoldenPath.TestKit.Pages;

namespace GoldenPath.Tests.Samples;

/// <summary><c>docs/configuration.md</c> is the schema in words, and each of its examples can be read.</summary>
/// <remarks><c>GOLDENPATH_WRITE_DOCS=1</c> has the page written anew.</remarks>
[Trait(Speed.Name, Speed.Quick)]
public sealed class ConfigurationPageSpecs : IDisposable
{
    private static readonly ConfigurationPage Page = new(ConfigurationSchema.Read());

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Keys
    {
        get
        {
            var keys = new TheoryData<string, string>();
            foreach (var (definition, key, _) in Page.Keys)
            {
                keys.Add(definition, key);
            }

            return keys;
        }
    }

    [Spec]
    public async Task The_page_is_what_the_schema_says()
    {
        var file = Repository.File("docs/configuration.md");
        if (Environment.GetEnvironmentVariable("GOLDENPATH_WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(file, Page.Write());
        }

        Assert.Equal(Page.Write(), await File.ReadAllTextAsync(file));
    }

    [TableSpec]
    [MemberData(nameof(Keys))]
    public Task An_example_of_a_key_can_be_read(string definition, string key)
    {
        var example = Page.Keys.Single(one => one.Definition == definition && one.Key == key).Example;
        Assert.NotNull(example);
        _folder.Write("certs/ca.pem", Authority.Certificate);
        _folder.Write("docker-compose.yml", "services: { backend: { image: a } }");
        _folder.Write(".env", "");
        _folder.Write("web/Dockerfile", "FROM scratch");
        _folder.Write("Dockerfile", "FROM scratch");
        _folder.Write("src/App/App.csproj", "<Project />");

        var text = ConfigurationExample.Around(definition, key, example.DeepClone()).ToJsonString();

        PipelineDefinitionReader.Read(_folder.Write("goldenpath.yml", text));
        return Task.CompletedTask;
    }

    public void Dispose() => _folder.Dispose();
}
