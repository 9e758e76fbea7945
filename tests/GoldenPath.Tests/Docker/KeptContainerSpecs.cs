using Docker.DotNet.Models;
using GoldenPath.Tests.Pipeline;

namespace GoldenPath.Tests.Docker;

/// <summary>Containers that a command leaves running are those of the next command.</summary>
[Collection(EngineSpecs.Name)]
public sealed class KeptContainerSpecs(EngineFixture engine)
{
    public static TheoryData<string> Hosts => ["container", "compose"];

    [EngineTableSpec(Timeout = 120_000)]
    [MemberData(nameof(Hosts))]
    public async Task The_stages_work_as_commands_of_their_own(string host)
    {
        using var folder = Folder(host);

        (await folder.RunAsync("StartServices")).Exits(0).Says("started (container ");
        var container = await ContainerAsync(folder, host);
        (await folder.RunAsync("StartServices")).Exits(0).Says($"runs already (container {container[..12]})");
        (await folder.RunAsync("Doctor")).Exits(0).Says("runs already on port").Says("kept on purpose");
        (await folder.RunAsync("WaitForPort8002")).Exits(0).Says("ready after");
        (await folder.RunAsync("SmokeTests")).Exits(0).Says("1 passed");
        Assert.Equal(container, (string?)folder.Result["services"]![0]!["identity"]!["containerId"]);
        Assert.True((bool)folder.Result["services"]![0]!["identity"]!["verified"]!);
        Assert.Equal(container, await ContainerAsync(folder, host));
        (await folder.RunAsync("Teardown")).Exits(0).Says("nothing is left");
        (await folder.RunAsync("Teardown")).Exits(0).Says("Nothing to tear down");

        Assert.Empty(await EngineContents.OfRunAsync(engine, (string)folder.Result["runId"]!));
        Assert.Equal("serving\n", folder.Read("artifacts/golden-path/latest/logs/backend.log"));
    }

    [EngineSpec(Timeout = 120_000)]
    public async Task A_kept_container_that_is_gone_is_started_anew()
    {
        using var folder = Folder("container");
        (await folder.RunAsync("SmokeTest", "--keep")).Exits(0);
        var container = await ContainerAsync(folder, "container");
        await engine.Client.Containers.RemoveContainerAsync(container, new ContainerRemoveParameters { Force = true });

        (await folder.RunAsync("StartServices")).Exits(0).Says("started (container ").SaysNothingOf("runs already");
        (await folder.RunAsync("Teardown")).Exits(0).Says("nothing is left");
    }

    private PipelineFolder Folder(string host)
    {
        var script = $"{ContainerFiles.Serving}; {ContainerFiles.Staying}";
        var folder = ContainerFiles.Folder(engine, host == "container" ? ContainerFiles.Script(script) : ContainerFiles.Compose());
        folder.Write(
            "compose.yml",
            $$"""
            services:
              web: { image: {{EngineFixture.Busybox}}, command: [sh, -c, "{{script}}"], ports: ["${WEB_PORT}:80"] }
            """
        );
        return folder;
    }

    /// <summary>The id of the one container of the newest run.</summary>
    private async Task<string> ContainerAsync(PipelineFolder folder, string host)
    {
        var run = Path.GetFileName(
            Directory.ResolveLinkTarget(Path.Combine(folder.Path, "artifacts/golden-path/latest"), returnFinalTarget: true)!.FullName
        );
        var label = host == "container" ? $"io.goldenpath.run={run}" : $"com.docker.compose.project=goldenpath-{run}-backend";
        var listed = await engine.Client.Containers.ListContainersAsync(
            new ContainersListParameters
            {
                Filters = new Dictionary<string, IDictionary<string, bool>> { ["label"] = new Dictionary<string, bool> { [label] = true } },
            }
        );
        return Assert.Single(listed).ID;
    }
}
