namespace GoldenPath.Tests.Pipeline;

public sealed class ConfigurationFaultSpecs
{
    [Spec]
    public async Task Every_problem_is_told_with_its_line_and_nothing_starts()
    {
        using var folder = new PipelineFolder(
            """
            services:
              backend:
                process: { command: [sleep, "60"] }
                port: eighty
                redy: { http: / }
                needs: [nobody]
            scenarios:
              golden-path: { connect: { url: "ws://localhost:1/ws", token: none } }
            """
        );

        (await folder.RunAsync("SmokeTest"))
            .Exits(3)
            .Says("goldenpath.yml:4: ")
            .Says("goldenpath.yml:5: ")
            .Says("goldenpath.yml:6: ")
            .SaysNothingOf("   at ")
            .SaysNothingOf("started (pid");

        Assert.Equal("configuration", (string?)folder.Result["verdict"]);
        Assert.Equal(3, (int)folder.Result["exitCode"]!);
    }

    [TableSpec]
    [InlineData("--port", "eighty")]
    [InlineData("--timeout", "soon")]
    [InlineData("--config", "nowhere.yml")]
    [InlineData("--repository", "nobody")]
    public async Task A_parameter_that_cannot_be_read_is_said_and_nothing_starts(string name, string value)
    {
        using var folder = new PipelineFolder(Configurations.Backend());

        (await folder.RunAsync("SmokeTest", name, value)).Exits(3).Says(value).SaysNothingOf("   at ").SaysNothingOf("started (pid");
    }
}
