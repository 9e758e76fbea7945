using GoldenPath.Configuration;
using GoldenPath.Configuration.Reading;
using GoldenPath.Scenarios;
using GoldenPath.Tests.AgentBackend;

namespace GoldenPath.Tests.Scenarios.Walking;

/// <summary>The scenarios as the two files declare them, against the services that they are for.</summary>
public sealed class DeclaredScenarioSpecs : IDisposable
{
    private readonly Walks _walks = new();

    public void Dispose() => _walks.Dispose();

    [Spec]
    public async Task The_flagship_scenario_passes_against_the_reference_backend()
    {
        await using var service = await Backend.StartAsync();
        Assert.Empty((await WalkAsync("goldenpath.yml", service)).Violations);
    }

    [NodeTableSpec]
    [InlineData("tests/ForeignBackend/goldenpath.yml")]
    public async Task The_foreign_scenario_passes_against_the_foreign_backend(string file)
    {
        await using var service = await ForeignBackend.StartAsync();
        Assert.Empty((await WalkAsync(file, service)).Violations);
    }

    private Task<ScenarioResult> WalkAsync(string file, ChildService service)
    {
        var definition = PipelineDefinitionReader.Read(file, name => null, ForeignBackend.Repository);
        var values = new PlaceholderValues
        {
            RunId = "spec",
            ResultsDirectory = "/tmp",
            Ports = new Dictionary<string, int>(),
            Port = service.Port,
        };
        _walks.Settings = _walks.Settings with
        {
            Fill = text => Placeholders.Fill(text.Replace("localhost", "127.0.0.1", StringComparison.Ordinal), values),
        };
        return _walks.WalkAsync(definition.Scenarios[0]);
    }
}
