using GoldenPath.Configuration;
using GoldenPath.Configuration.Reading;
using GoldenPath.Pipeline;

namespace GoldenPath.Tests.Pipeline;

[Trait(Speed.Name, Speed.Quick)]
public sealed class EndpointVariablesSpecs
{
    [Spec]
    public async Task A_test_command_finds_every_service_by_variables()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "goldenpath.yml",
            """
            services:
              back-end: { process: { command: [x] }, port: 0 }
              auth: { external: true, port: 9000, ready: { http: "https://localhost:{port}/health", websocket: /live } }
              worker: { process: { command: [x] }, ready: { log: up } }
            scenarios:
              other: { connect: { url: "ws://h:1/no" } }
              path: { connect: { url: "ws://localhost:{port}/ws?v=1" } }
            """
        );
        var definition = await Task.Run(() => PipelineDefinitionReader.Read(folder.File("goldenpath.yml")));
        var values = new PlaceholderValues
        {
            RunId = "r",
            ResultsDirectory = "/r",
            Ports = new Dictionary<string, int> { ["back-end"] = 41000, ["auth"] = 9000 },
        };

        Assert.Equal(
            [
                "GOLDENPATH_AUTH_HTTP_URL=https://localhost:9000",
                "GOLDENPATH_AUTH_PORT=9000",
                "GOLDENPATH_AUTH_WS_URL=wss://localhost:9000/live",
                "GOLDENPATH_BACK_END_HTTP_URL=http://localhost:41000",
                "GOLDENPATH_BACK_END_PORT=41000",
                "GOLDENPATH_BACK_END_WS_URL=ws://localhost:41000/ws?v=1",
                "GOLDENPATH_HTTP_URL=http://localhost:41000",
                "GOLDENPATH_PORT=41000",
                "GOLDENPATH_WS_URL=ws://localhost:41000/ws?v=1",
            ],
            EndpointVariables.Of(definition, values).Select(pair => $"{pair.Name}={pair.Value}").Order(StringComparer.Ordinal)
        );
    }
}
