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

        (await folder.RunAsync("SmokeTest")).Exits(2).Says("may not use the Docker engine").Says("sudo usermod -aG docker").SaysNothingOf("   at ");

        Assert.Equal("environment", (string?)folder.Result["verdict"]);
        Assert.Equal("docker.permission-denied", (string?)folder.Result["diagnosis"]!["cause"]);
    }

    // Root may open everything as long as it has its capabilities; anybody else has none to lose.
    private static IReadOnlyList<string> Unprivileged => Environment.IsPrivilegedProcess ? ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] : [];
}
