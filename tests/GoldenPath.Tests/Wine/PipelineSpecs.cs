using System.Text.Json;
using GoldenPath.Tests.Pipeline;

namespace GoldenPath.Tests.Wine;

/// <summary>The whole pipeline on Windows, by its tool.</summary>
[Collection(WineSpecs.Name)]
public sealed class PipelineSpecs
{
    [WineSpec]
    public async Task A_golden_path_is_green_and_leaves_nothing()
    {
        await using var run = Run(Backend(), "smoke-test");

        Assert.True(await run.EndsAsync() == 0, run.Output);

        var result = Result(run);
        Assert.Equal("passed", result.GetProperty("verdict").GetString());
        Assert.True(result.GetProperty("teardown").GetProperty("verified").GetBoolean());
        await run.NothingIsLeftAsync();
    }

    [WineSpec]
    public async Task Kept_services_go_on_until_another_command_tears_them_down()
    {
        await using var run = Run(Backend(), "start");
        Assert.True(await run.EndsAsync() == 0, run.Output);
        Assert.NotEmpty(run.Alive());
        Assert.Single(run.Registry.All());

        await using var teardown = new WindowsRun(run.Folder, WindowsPrograms.Tool, ["teardown"]);

        Assert.True(await teardown.EndsAsync() == 0, teardown.Output);
        await run.NothingIsLeftAsync();
    }

    [WineTableSpec]
    [InlineData("no-such-program", "process.executable-missing", "was not found in PATH")]
    [InlineData(@".\no such\program.exe", "process.executable-missing", "does not exist")]
    [InlineData("{config}", "process.executable-missing", "it is no Windows program")]
    [InlineData("{misbehaving}|exit|3", "process.exited", "exited with code 3")]
    public async Task A_service_that_cannot_start_is_told_with_its_reason(string command, string cause, string text)
    {
        await using var run = Run(Service(command), "smoke-test");

        Assert.Equal(2, await run.EndsAsync());

        var diagnosis = Result(run).GetProperty("diagnosis");
        Assert.Equal(cause, diagnosis.GetProperty("cause").GetString());
        Assert.Contains(text, diagnosis.GetProperty("summary").GetString(), StringComparison.Ordinal);
        await run.NothingIsLeftAsync();
    }

    private static WindowsRun Run(string configuration, string command)
    {
        var folder = Directory.CreateTempSubdirectory("golden-path-wine-").FullName;
        File.WriteAllText(Path.Combine(folder, "goldenpath.yml"), configuration);
        return new(folder, WindowsPrograms.Tool, [command, "--no-issue"]);
    }

    private static string Backend() =>
        $$"""
            name: windows
            services:
              backend:
                process:
                  command: ['{{WindowsPrograms.Windows(WindowsPrograms.Backend)}}']
                  environment: { ASPNETCORE_URLS: "http://*:{port}" }
                  stop: { grace: 300ms }
                port: 0
                ready: { http: /ready, websocket: /ws, timeout: 60s }
            {{Configurations.Scenario}}
            """;

    private static string Service(string command) =>
        $$"""
            name: windows
            services:
              backend:
                process: { command: [{{string.Join(", ", command.Split('|').Select(word => $"'{Named(word)}'"))}}], stop: { grace: 300ms } }
                port: 0
                ready: { http: /ready, timeout: 60s }
            {{Configurations.Scenario}}
            """;

    private static string Named(string word) =>
        word switch
        {
            "{misbehaving}" => WindowsPrograms.Windows(WindowsPrograms.Misbehaving),
            "{config}" => @".\goldenpath.yml",
            _ => word,
        };

    private static JsonElement Result(WindowsRun run)
    {
        var runs = Directory.GetDirectories(Path.Combine(run.Folder, "artifacts", "golden-path"), "2*");
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Assert.Single(runs), "run.json")));
        return json.RootElement.Clone();
    }
}
