using System.Net.Sockets;
using System.Runtime.Versioning;

namespace GoldenPath.Tests.Pipeline;

/// <summary>A run whose container has no engine to run in ends soon, with the cause and its remedy.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class EngineAbsenceSpecs : IDisposable
{
    private const string Container = """
        name: other-team
        services:
          backend: { container: { image: nobody/nothing, ports: ["{port}:80"] }, port: 0 }
        scenarios:
          golden-path: { connect: { url: "ws://localhost:{port}/ws", token: none }, send: { type: user_message, content: "{nonce}" } }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Spec]
    public async Task A_socket_of_others_is_a_matter_of_permission()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder.File("docker.sock")));
        socket.Listen();
        File.SetUnixFileMode(_folder.File("docker.sock"), UnixFileMode.None);
        using var folder = new PipelineFolder(Container) { DockerHost = "unix://" + _folder.File("docker.sock"), Through = Unprivileged };

        (await folder.RunAsync("SmokeTest"))
            .Exits(2)
            .Says("may not use the Docker engine")
            .Says("sudo usermod -aG docker")
            .SaysNothingOf("   at ");

        Assert.Equal("environment", (string?)folder.Result["verdict"]);
        Assert.Equal("docker.permission-denied", (string?)folder.Result["diagnosis"]!["cause"]);
    }

    [TableSpec]
    [InlineData(
        "unix:///nonexistent/docker.sock",
        "No Docker engine answers at unix:///nonexistent/docker.sock (DOCKER_HOST): there is no such socket."
    )]
    [InlineData("tcp://127.0.0.1:1", "No Docker engine answers at tcp://127.0.0.1:1 (DOCKER_HOST): connection refused.")]
    [InlineData(
        "ftp://127.0.0.1/docker.sock",
        "'ftp://127.0.0.1/docker.sock', which DOCKER_HOST gives as Docker's address, is none that can be used"
    )]
    public async Task Where_no_engine_answers_the_address_and_its_source_are_named(string host, string words)
    {
        using var folder = new PipelineFolder(Container) { DockerHost = host };

        (await folder.RunAsync("SmokeTest")).Exits(2).Says(words).Says("unset DOCKER_HOST").SaysNothingOf("   at ");
        (await folder.RunAsync("Doctor")).Exits(2).Says(words);

        Assert.Equal("docker.unreachable", (string?)folder.Result["diagnosis"]!["cause"]);
        Assert.Contains(words, folder.Read("artifacts/golden-path/latest/evidence/docker-backend.txt"), StringComparison.Ordinal);
    }

    [Spec]
    public async Task Services_that_are_processes_ask_no_engine_for_anything()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder.File("docker.sock")));
        socket.Listen();
        using var folder = new PipelineFolder(Configurations.Backend()) { DockerHost = "unix://" + _folder.File("docker.sock") };

        (await folder.RunAsync("SmokeTest")).Exits(0);
        (await folder.RunAsync("Doctor")).Exits(0);

        Assert.False(socket.Poll(TimeSpan.Zero, SelectMode.SelectRead), "Somebody connected to the engine.");
    }

    // Root may open everything as long as it has its capabilities; anybody else has none to lose.
    private static IReadOnlyList<string> Unprivileged =>
        Environment.IsPrivilegedProcess ? ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] : [];
}
