using Docker.DotNet;
using Docker.DotNet.Models;
using GoldenPath.Configuration;
using GoldenPath.Docker.Engine;
using GoldenPath.Services;

namespace GoldenPath.Docker.Containers;

/// <summary>Provides the image of a service: builds it, or takes what the engine has, or pulls it.</summary>
internal sealed class ImageSource(EngineConnection engine, ServiceStart start)
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(5);

    private string Service => start.Service.Name;

    private string BuildLog => start.Folder.LogFile(Service + ".build");

    /// <summary>Provides it.</summary>
    /// <returns>What the container is created from.</returns>
    /// <exception cref="PipelineException">It cannot be built, or is nowhere.</exception>
    public async Task<string> ProvideAsync(ContainerHostDefinition host, string? image, CancellationToken cancellationToken)
    {
        if (host.Build is { } build)
        {
            return await BuildAsync(build, image, cancellationToken);
        }

        if (!await IsHereAsync(image!, cancellationToken))
        {
            await PullAsync(image!, cancellationToken);
        }

        return image!;
    }

    private async Task<bool> IsHereAsync(string image, CancellationToken cancellationToken)
    {
        try
        {
            await engine.Client.Images.InspectImageAsync(image, cancellationToken);
            return true;
        }
        catch (DockerApiException e)
        {
            return e is DockerImageNotFoundException ? false : throw ImageFailures.Missing(Service, image, EngineErrors.Text(e));
        }
    }

    private async Task PullAsync(string image, CancellationToken cancellationToken)
    {
        var name = ImageName.Parse(image);
        var progress = new PullProgress(image, start.Console, TimeProvider.System, ProgressEvery);
        start.Console.Information($"Pulling the image {image} of service '{Service}'.");
        try
        {
            var wanted = new ImagesCreateParameters { FromImage = name.Repository, Tag = name.Tag };
            var access = RegistryAccess.Find(DockerConfiguration, name.Registry);
            await engine.Client.Images.CreateImageAsync(wanted, access, progress, cancellationToken);
        }
        catch (DockerApiException e)
        {
            throw ImageFailures.Missing(Service, image, EngineErrors.Text(e));
        }

        if (progress.Error is { } error)
        {
            throw ImageFailures.Missing(Service, image, error);
        }
    }

    private async Task<string> BuildAsync(ImageBuildDefinition build, string? image, CancellationToken cancellationToken)
    {
        var tag = image ?? $"goldenpath-{start.Service.Name}:{start.Folder.RunId}".ToLowerInvariant();
        start.Console.Information($"Building the image {tag} of service '{Service}' from {build.Context}.");
        string? error;
        await using (var log = new ServiceLog(BuildLog, start.Redactor))
        {
            error = await BuildAsync(build, tag, log, cancellationToken);
        }

        return error is null
            ? tag
            : throw ImageFailures.BuildFailed(
                Service,
                error,
                Path.GetRelativePath(start.Folder.Path, BuildLog),
                new LogTail(BuildLog).Last(20),
                ByHand(build, tag)
            );
    }

    private async Task<string?> BuildAsync(ImageBuildDefinition build, string tag, ServiceLog log, CancellationToken cancellationToken)
    {
        var output = new BuildOutput(log, start.Console);
        var wanted = new ImageBuildParameters
        {
            Dockerfile = build.Dockerfile,
            Tags = [tag],
            Target = build.Target,
            BuildArgs = new Dictionary<string, string>(build.Arguments),
            Labels = new Dictionary<string, string> { [RunLabels.Run] = start.Folder.RunId }, // Each label is a step of the build.
            Remove = true,
            ForceRemove = true,
        };
        try
        {
            await using var context = new BuildContext(build.Context, build.Dockerfile).OpenRead(cancellationToken);
            await engine.Client.Images.BuildImageFromDockerfileAsync(
                wanted,
                context,
                [],
                new Dictionary<string, string>(),
                output,
                cancellationToken
            );
            return output.Error;
        }
        catch (DockerApiException e)
        {
            return EngineErrors.Text(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or HttpRequestException)
        {
            return $"its context {build.Context} could not be sent: {e.GetBaseException().Message}";
        }
    }

    private static string ByHand(ImageBuildDefinition build, string tag) =>
        $"docker build -t {tag} -f {Path.Combine(build.Context, build.Dockerfile)}{(build.Target is null ? "" : $" --target {build.Target}")} {build.Context}";

    private static string DockerConfiguration =>
        Path.Combine(
            Environment.GetEnvironmentVariable("DOCKER_CONFIG")
                ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker"),
            "config.json"
        );
}
