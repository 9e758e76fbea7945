using GoldenPath.Tests.Pipeline;

namespace GoldenPath.Tests.Docker;

/// <summary>Pipelines around containers. None needs an image that would have to be pulled.</summary>
internal static class ContainerFiles
{
    /// <summary>Serves <c>/index.html</c> on port 80 in the background, and ends as soon as it is asked to.</summary>
    public const string Serving = "trap 'exit 0' TERM; echo serving; echo ok > /index.html; httpd -p 80";

    /// <summary>Stays until it is asked to end.</summary>
    public const string Staying = "while true; do sleep 0.05; done";

    /// <summary>The reference backend in a container: this machine's own runtime, mounted.</summary>
    public static string Backend =>
        $$"""
            name: other-team
            services:
              backend:
                container:
                  image: {{EngineFixture.Busybox}}
                  command: [{{Dotnet}}, /app/AgentBackend.dll]
                  environment: { {{BackendEnvironment}} }
                  volumes: {{Mounts}}
                  ports: ["{port}:8000"]
                port: 0
                ready: { http: /ready, websocket: /ws, timeout: 60s }
            {{Configurations.Scenario}}
            """;

    public static string Dotnet { get; } =
        new FileInfo("/usr/bin/dotnet").ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Environment.ProcessPath!;

    public static string BackendEnvironment =>
        """ASPNETCORE_URLS: "http://*:8000", ASPNETCORE_ENVIRONMENT: Development, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" """;

    /// <summary>What the runtime needs of this machine, as volumes.</summary>
    public static string Mounts =>
        $"[{string.Join(", ", new[] { "/usr", "/lib", "/lib64", Path.GetDirectoryName(Dotnet)! }.Where(Directory.Exists).Distinct().Select(folder => $"\"{folder}:{folder}:ro\""))}, \"{AppContext.BaseDirectory}:/app:ro\"]";

    /// <summary>One container that runs a shell script and answers on its port 80, and one test that succeeds.</summary>
    /// <param name="script">The script.</param>
    /// <param name="image">What is said of the image.</param>
    /// <param name="ports">The published ports.</param>
    /// <param name="more">Further keys of the container.</param>
    /// <param name="timeout">How long it may take until it is ready.</param>
    /// <param name="test">The command of the test.</param>
    public static string Script(
        string script,
        string image = $"image: {EngineFixture.Busybox}",
        string ports = "[\"{port}:80\"]",
        string more = "",
        string timeout = "30s",
        string test = "cp green.xml \"$1\""
    ) =>
        $$"""
            name: other-team
            services:
              backend:
                container:
                  {{image}}
                  command: [/bin/sh, -c, "{{script}}"]
                  ports: {{ports}}
                  volumes: ["./shared:/shared"]
                  stop: { grace: 1s }
                  {{more}}
                port: 0
                ready: { http: /index.html, timeout: {{timeout}} }
            {{Smoke(test)}}
            """;

    /// <summary>A Compose project in <c>compose.yml</c>, and one test that succeeds.</summary>
    public static string Compose(string more = "", string ready = "http: /index.html, timeout: 30s", string test = "cp green.xml \"$1\"") =>
        $$"""
            name: other-team
            services:
              backend:
                compose: { file: compose.yml, environment: { WEB_PORT: "{port}" }, stop: { grace: 1s }{{more}} }
                port: 0
                ready: { {{ready}} }
            {{Smoke(test)}}
            """;

    public static string Smoke(string test) =>
        $$"""
            smoke:
              - { command: [sh, -c, '{{test}}', "test", "{results}/test.xml"], results: "{results}/*.xml" }
            """;

    /// <summary>A folder with such a file, and the results that its tests give.</summary>
    public static PipelineFolder Folder(EngineFixture engine, string configuration, string? through = null)
    {
        var folder = new PipelineFolder(configuration) { DockerHost = through ?? engine.Address.ToString() };
        folder.Write("green.xml", """<testsuite><testcase name="green"/></testsuite>""");
        folder.Write("red.xml", """<testsuite><testcase name="red"><failure message="connection refused"/></testcase></testsuite>""");
        Directory.CreateDirectory(Path.Combine(folder.Path, "shared"));
        return folder;
    }
}
