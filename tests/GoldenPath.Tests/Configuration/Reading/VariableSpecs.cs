using GoldenPath.Configuration;

namespace GoldenPath.Tests.Configuration.Reading;

/// <summary><c>${NAME}</c> in the file, and what it may not do.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class VariableSpecs
{
    [TableSpec]
    [InlineData("${SET}", "from-environment")]
    [InlineData("a ${SET}/${SET} b", "a from-environment/from-environment b")]
    [InlineData("${SET:-other}", "from-environment")]
    [InlineData("${UNSET:-other}", "other")]
    [InlineData("${EMPTY:-other}", "other")]
    [InlineData("${EMPTY}", "")]
    [InlineData("${UNSET:-}", "")]
    [InlineData("${UNSET:-a:-b}", "a:-b")]
    [InlineData("${UNSET:-${SET}}", "from-environment")]
    [InlineData("${UNSET:-http://localhost:{port}/}x", "http://localhost:8002/x")]
    [InlineData("$${SET}", "${SET}")]
    [InlineData("$${SET", "${SET")]
    [InlineData("$${port}", "${port}")]
    [InlineData("$SET $ $$ $5", "$SET $ $$ $5")]
    [InlineData("${BRACES}", "{nonsense} {port}")]
    [InlineData("${BRACES} {port}", "{nonsense} {port} 8002")]
    public async Task A_variable_is_filled_in(string text, string filled)
    {
        using var folder = new ConfigurationFolder();
        var definition = await folder.ReadAsync(
            $$"""
            services: { backend: { process: { command: [server, '{{text}}'] }, port: 8002 } }
            scenarios: { s: { connect: { url: "ws://localhost:{port}/" } } }
            """
        );

        var command = ((ProcessHostDefinition)definition.Services.Single().Host).Command;
        Assert.Equal(filled, (await Placeholders.FillAsync(command, Values, CancellationToken.None))[1]);
    }

    [Spec]
    public async Task A_variable_works_in_every_kind_of_value()
    {
        using var folder = new ConfigurationFolder();
        var definition = await folder.ReadAsync(
            """
            name: ${SET}
            services:
              backend:
                process: { command: [server] }
                port: ${SET_PORT}
                ready: { timeout: "${UNSET:-5s}" }
            scenarios:
              s:
                users: "${UNSET:-2}"
                deny-bad-token: ${UNSET:-false}
                connect: { url: "ws://localhost:${SET_PORT}/" }
                send:
                  plain: ${SET_PORT}
                  quoted: "${SET_PORT}"
            """
        );

        Assert.Equal(
            ("from-environment", 8123, TimeSpan.FromSeconds(5)),
            (definition.Name, definition.Services[0].Port!.Value, definition.Services[0].Ready.Timeout)
        );
        Assert.Equal(
            (2, """{"plain":8123,"quoted":"8123"}"""),
            (definition.Scenarios[0].Users, definition.Scenarios[0].Send!.ToJsonString())
        );
    }

    private static PlaceholderValues Values { get; } =
        new()
        {
            RunId = "r",
            ResultsDirectory = "/r",
            Ports = new Dictionary<string, int> { ["backend"] = 8002 },
            Port = 8002,
        };
}
