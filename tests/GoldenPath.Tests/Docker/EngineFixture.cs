using Docker.DotNet;
using Docker.DotNet.Models;
using GoldenPath.Docker.Containers;
using GoldenPath.Docker.Engine;

namespace GoldenPath.Tests.Docker;

/// <summary>An engine for the specs, and an image that was made of what is on this machine: nothing is pulled.</summary>
#pragma warning disable CA1001 // Disposed by IAsyncLifetime, which the runner knows.
public sealed class EngineFixture : IAsyncLifetime
#pragma warning restore CA1001
{
    public const string Busybox = "golden-path-specs/busybox:1";

    /// <summary>The Dockerfile of busybox.</summary>
    public static readonly string[] BusyboxFile =
    [
        "FROM scratch",
        "COPY busybox /bin/busybox",
        """RUN ["/bin/busybox", "--install", "-s", "/bin"]""",
    ];

    private OwnEngine? _own;

    public LocatedEngine Address { get; private set; } = null!;

    public DockerClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Address = EngineOfThisMachine.Find() ?? await StartAsync();
        Client = (await EngineConnection.OpenAsync(Address, TimeProvider.System, CancellationToken.None)).Client;
        await BuildAsync(Busybox, BusyboxFile);
    }

    public async Task DisposeAsync()
    {
        Client?.Dispose();
        await (_own?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Builds an image of a Dockerfile and busybox.</summary>
    public Task BuildAsync(string tag, params string[] dockerfile) => BuildAsync(Client, tag, dockerfile);

    /// <summary>Builds it in another engine.</summary>
    public static async Task BuildAsync(DockerClient client, string tag, params string[] dockerfile)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllLinesAsync(folder.File("Dockerfile"), dockerfile);
        File.Copy(BusyboxOfThisMachine(), folder.File("busybox"));
        string? error = null;
        await using var context = new BuildContext(folder.Path, "Dockerfile").OpenRead(CancellationToken.None);
        var wanted = new ImageBuildParameters
        {
            Dockerfile = "Dockerfile",
            Tags = [tag],
            Remove = true,
        };
        await client.Images.BuildImageFromDockerfileAsync(
            wanted,
            context,
            [],
            new Dictionary<string, string>(),
            new Relay<JSONMessage>(message => error ??= message.ErrorMessage)
        );
        Assert.True(error is null, $"The image {tag} could not be built: {error}");
    }

    private static string BusyboxOfThisMachine() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':')
            .Select(folder => Path.Combine(folder, "busybox"))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(
            "The specs make their images of busybox, which is not here: run '.ci/docker install' as root."
        );

    private async Task<LocatedEngine> StartAsync()
    {
        if (!OwnEngine.IsPossible)
        {
            throw new InvalidOperationException(EngineOfThisMachine.Missing);
        }

        _own = new OwnEngine();
        await _own.ReadyAsync();
        return _own.Address;
    }
}
