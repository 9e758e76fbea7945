using GoldenPath.Configuration;

namespace GoldenPath.Tests.Configuration;

/// <summary>What containers and Compose projects can say about themselves.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class HostDefinitionSpecs
{
    [Spec]
    public async Task Every_key_of_a_container_is_read()
    {
        using var folder = new ConfigurationFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "sub", "Own"), "FROM scratch");

        var container = await ReadAsync<ContainerHostDefinition>(
            folder,
            """
            container:
              image: "shop:{run}"
              build: { context: sub, dockerfile: Own, target: last, arguments: { VERSION: "1" } }
              ports: ["{port}:8000", 9000]
              environment: { URLS: "http://*:8000" }
              volumes: ["./data:/data:ro", "cache:/cache"]
              command: [serve, --loud]
              memory: 256m
              stop: { signal: SIGINT, grace: 2s }
            """
        );

        Assert.Equal(("shop:{run}", 256L << 20, folder.Path), (container.Image, container.Memory, container.Directory));
        Assert.Equal(
            (Path.Combine(folder.Path, "sub"), "Own", "last", "1"),
            (container.Build!.Context, container.Build.Dockerfile, container.Build.Target, container.Build.Arguments["VERSION"])
        );
        Assert.Equal(["{port}:8000", "9000"], container.Ports);
        Assert.Equal(["./data:/data:ro", "cache:/cache"], container.Volumes);
        Assert.Equal(["serve", "--loud"], container.Command);
        Assert.Equal("http://*:8000", container.Environment["URLS"]);
        Assert.Equal(new StopDefinition { Signal = "SIGINT", Grace = TimeSpan.FromSeconds(2) }, container.Stop);
    }

    [Spec]
    public async Task A_build_may_be_a_folder_alone()
    {
        using var folder = new ConfigurationFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "sub", "Dockerfile"), "FROM scratch");

        var container = await ReadAsync<ContainerHostDefinition>(folder, "container: { build: sub }");

        Assert.Equal((Path.Combine(folder.Path, "sub"), "Dockerfile"), (container.Build!.Context, container.Build.Dockerfile));
        Assert.Null(container.Image);
    }

    [Spec]
    public async Task Every_key_of_a_compose_project_is_read()
    {
        using var folder = new ConfigurationFolder();
        var file = Path.Combine(folder.Path, "sub", "stack.yml");
        await File.WriteAllTextAsync(file, "services: {}");

        var compose = await ReadAsync<ComposeHostDefinition>(
            folder,
            """
            compose:
              file: [sub/stack.yml]
              services: [web]
              profiles: [test]
              env-file: sub/stack.yml
              environment: { WEB_PORT: "{port}" }
              stop: { grace: 1s }
            """
        );

        Assert.Equal([file], compose.Files);
        Assert.Equal([file], compose.EnvironmentFiles);
        Assert.Equal(("web", "test", "{port}"), (compose.Services[0], compose.Profiles[0], compose.Environment["WEB_PORT"]));
        Assert.Equal(TimeSpan.FromSeconds(1), compose.Stop.Grace);
    }

    [TableSpec]
    [InlineData("8000", "", 0, 8000, "tcp")]
    [InlineData("8002:8000", "", 8002, 8000, "tcp")]
    [InlineData(":8000", "", 0, 8000, "tcp")]
    [InlineData("0:8000/udp", "", 0, 8000, "udp")]
    [InlineData("127.0.0.1:8002:8000", "127.0.0.1", 8002, 8000, "tcp")]
    [InlineData("127.0.0.1::8000", "127.0.0.1", 0, 8000, "tcp")]
    [InlineData("[::1]:8002:8000", "::1", 8002, 8000, "tcp")]
    public async Task A_port_is_read_as_Docker_writes_it(string text, string address, int host, int container, string protocol)
    {
        Assert.Equal(new PortMapping(address, host, container, protocol), await Task.FromResult(PortMapping.TryParse(text)));
    }

    [TableSpec]
    [InlineData("")]
    [InlineData("http")]
    [InlineData("0")]
    [InlineData("8002:0")]
    [InlineData("70000:80")]
    [InlineData("1-2:1-2")]
    [InlineData("999.0.0.1:1:1")]
    [InlineData("8002:8000/sctp")]
    public async Task Anything_else_is_no_port(string text)
    {
        Assert.Null(await Task.FromResult(PortMapping.TryParse(text)));
    }

    [TableSpec]
    [InlineData("/data", null, "/data", "", false)]
    [InlineData("cache:/data", "cache", "/data", "", false)]
    [InlineData("./here:/data:ro", "./here", "/data", "ro", true)]
    [InlineData("~/here:/data", "~/here", "/data", "", true)]
    [InlineData(@"C:\here:/data:ro", @"C:\here", "/data", "ro", true)]
    public async Task A_volume_is_read_as_Docker_writes_it(string text, string? source, string target, string mode, bool isPath)
    {
        var volume = await Task.FromResult(VolumeMapping.TryParse(text));

        Assert.Equal(new VolumeMapping(source, target, mode), volume);
        Assert.Equal(isPath, volume!.IsPath);
    }

    private static async Task<T> ReadAsync<T>(ConfigurationFolder folder, string host)
    {
        var definition = await folder.ReadAsync(
            $$"""
            services:
              backend:
                {{host.ReplaceLineEndings("\n    ")}}
                port: 8002
            scenarios: { s: { connect: { url: "ws://localhost:{port}/ws" } } }
            """
        );
        return Assert.IsType<T>(definition.Services.Single().Host);
    }
}
