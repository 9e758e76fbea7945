using System.Text.Json.Nodes;
using GoldenPath.Configuration;

namespace GoldenPath.Tests.Configuration;

[Trait(Speed.Name, Speed.Quick)]
public sealed class PlaceholdersSpecs
{
    private static readonly PlaceholderValues Values = new()
    {
        RunId = "run-7",
        ResultsDirectory = "/runs/7/results",
        Ports = new Dictionary<string, int> { ["backend"] = 8002, ["data-base"] = 5432 },
        Port = 8002,
        Nonce = "n-{port}",
        Token = "t.o.k",
        Build = (project, _) => Task.FromResult($"/bin/{project}.dll"),
    };

    [TableSpec]
    [InlineData("", "")]
    [InlineData("http://localhost:{port}/x", "http://localhost:8002/x")]
    [InlineData("{port:data-base}{port}", "54328002")]
    [InlineData("{run} {results} {token}", "run-7 /runs/7/results t.o.k")]
    [InlineData("{build:src/Server}", "/bin/src/Server.dll")]
    [InlineData("{{port}}", "{port}")]
    [InlineData("{{port:x}}", "{port:x}")]
    [InlineData("{{{port}}}", "{{port}}")]
    [InlineData("{\"a\":{\"b\":1}}", "{\"a\":{\"b\":1}}")]
    [InlineData("{\"port\":{port}}", "{\"port\":8002}")]
    [InlineData("{0} {} {A} { port } {3,}", "{0} {} {A} { port } {3,}")]
    [InlineData("{nonce}", "n-{port}")]
    public async Task Only_lower_case_words_in_braces_are_placeholders(string text, string filled) =>
        Assert.Equal(filled, await Placeholders.FillAsync(text, Values, CancellationToken.None));

    [Spec]
    public async Task Within_a_service_the_port_is_its_own()
    {
        Assert.Equal(
            "5432 8002",
            await Placeholders.FillAsync("{port} {port:backend}", Values.Within("data-base"), CancellationToken.None)
        );
    }

    [Spec]
    public async Task Json_is_filled_in_its_texts_alone()
    {
        var json = JsonNode.Parse("""{"{run}":["{run}",{"a":"{nonce}","b":1.50,"c":null,"d":true}]}""");
        var filled = await Task.Run(() => Placeholders.Fill(json, Values));

        Assert.Equal("""{"{run}":["run-7",{"a":"n-{port}","b":1.50,"c":null,"d":true}]}""", filled!.ToJsonString());
        Assert.Equal("{run}", (string?)json!["{run}"]![0]);
    }

    [Spec]
    public async Task Probes_are_filled()
    {
        var ready = new ReadinessDefinition
        {
            Http = "/{run}",
            WebSocket = "/{port}",
            Log = "on {port}",
        };

        Assert.Equal(
            new ReadinessDefinition
            {
                Http = "/run-7",
                WebSocket = "/5432",
                Log = "on 5432",
            },
            await Task.FromResult(Placeholders.Fill(ready, Values.Within("data-base")))
        );
    }

    [Spec]
    public async Task A_command_and_an_environment_are_filled()
    {
        Assert.Equal(["db", "8002", "/bin/a.dll"], await Placeholders.FillAsync(["db", "{port}", "{build:a}"], Values, default));
        Assert.Equal(
            "8002",
            (await Placeholders.FillAsync(new Dictionary<string, string> { ["P"] = "{port:backend}" }, Values, default))["P"]
        );
    }

    [Spec]
    public async Task Some_words_can_be_filled_before_the_others()
    {
        var first = await Task.FromResult(
            Placeholders.FillFirst(
                "{nonce} {{nonce}} {port} {user}",
                new Dictionary<string, string?> { ["nonce"] = "{run}", ["user"] = null }
            )
        );

        Assert.Equal("{run} {nonce} 8002 ", Placeholders.Fill(first, Values));
    }

    [Spec]
    public async Task A_value_that_is_not_there_is_no_empty_text()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Placeholders.FillAsync("{token}", Values with { Token = null }, default)
        );

        Assert.Equal("Placeholder '{token}' has no value here.", exception.Message);
    }
}
