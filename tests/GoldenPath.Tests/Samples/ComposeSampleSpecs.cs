using System.Diagnostics;
using Docker.DotNet.Models;
using GoldenPath.Docker.Containers;
using GoldenPath.Docker.Engine;
using GoldenPath.Tests.Docker;

namespace GoldenPath.Tests.Samples;

/// <summary>The sample with a database in a Compose stack, on a real engine, with the Redis of this machine in the image.</summary>
[Collection(EngineSpecs.Name)]
public sealed class ComposeSampleSpecs(EngineFixture engine)
{
    private const string Image = "golden-path-specs/redis:1";

    [DatabaseSpec]
    public async Task It_is_green_and_then_red_and_leaves_nothing()
    {
        await BuildAsync();
        using var run = PageRun.Copy("samples/compose");
        run.Environment["DOCKER_HOST"] = engine.Address.ToString();
        run.Environment["DATABASE_IMAGE"] = Image;

        await run.TypeAsync(await File.ReadAllTextAsync(Repository.File("samples/compose/README.md")));

        Assert.Equal("dependency.unreachable", (string?)run.Result["diagnosis"]!["cause"]);
        Assert.True((bool)run.Result["teardown"]!["verified"]!);
        Assert.Empty(await EngineContents.OfRunAsync(engine, (string)run.Result["runId"]!, "database"));
    }

    // The program and the libraries that it names, as they lie here: nothing is pulled.
    private async Task BuildAsync()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Dockerfile", "FROM scratch", "COPY root /", "ENTRYPOINT []");
        foreach (var file in await FilesAsync())
        {
            var target = folder.File("root" + file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file, target);
        }

        Directory.CreateDirectory(folder.File("root/tmp"));
        await using var context = new BuildContext(folder.Path, "Dockerfile").OpenRead(CancellationToken.None);
        string? error = null;
        await engine.Client.Images.BuildImageFromDockerfileAsync(
            new ImageBuildParameters
            {
                Dockerfile = "Dockerfile",
                Tags = [Image],
                Remove = true,
            },
            context,
            [],
            new Dictionary<string, string>(),
            new Relay<JSONMessage>(message => error ??= message.ErrorMessage),
            CancellationToken.None
        );
        Assert.Null(error);
    }

    private static async Task<IReadOnlyList<string>> FilesAsync()
    {
        var start = new ProcessStartInfo("ldd", [DatabaseSpecAttribute.Program]) { RedirectStandardOutput = true };
        using var ldd = Process.Start(start)!;
        var libraries = (await ldd.StandardOutput.ReadToEndAsync())
            .Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.StartsWith('/'));
        return [DatabaseSpecAttribute.Program, .. libraries];
    }
}
