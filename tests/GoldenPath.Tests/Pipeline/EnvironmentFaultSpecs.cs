using System.Net;
using System.Net.Sockets;

namespace GoldenPath.Tests.Pipeline;

public sealed class EnvironmentFaultSpecs
{
    [Spec]
    public async Task A_port_that_somebody_else_holds_is_refused_at_once_and_its_holder_named()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;
        using var folder = new PipelineFolder(Configurations.Backend(port: $"{port}"));

        (await folder.RunAsync("SmokeTest")).Exits(2).Says($"{Environment.ProcessId}").SaysNothingOf("   at ");

        Assert.Equal("port.in-use", (string?)folder.Result["diagnosis"]!["cause"]);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
    }

    [TableSpec]
    [InlineData("exit, \"3\"", "process.exited")]
    [InlineData("hang", "port.not-listening")]
    [InlineData("answer, \"{port}\", \"503\", +, hang", "http.unhealthy")]
    public async Task A_service_that_does_not_become_ready_is_the_environments_fault(string command, string cause)
    {
        using var folder = new PipelineFolder(Configurations.Misbehaving(command));

        (await folder.RunAsync("SmokeTest", "--file-issue")).Exits(2).SaysNothingOf("   at ");

        var result = folder.Result;
        Assert.Equal("environment", (string?)result["verdict"]);
        Assert.Equal(cause, (string?)result["diagnosis"]!["cause"]);
        Assert.Equal(
            ["P0", "auto-filed", "golden-path", "infrastructure", "websocket"],
            result["issue"]!["labels"]!.AsArray().Select(label => (string)label!).Order(StringComparer.Ordinal)
        );
        Assert.True((bool)result["teardown"]!["verified"]!);
        Assert.Contains("```", folder.Read("artifacts/golden-path/latest/issue.md"), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "artifacts/outbox"), "*.json"));
    }

    [Spec]
    public async Task A_service_that_nobody_started_is_told_as_such()
    {
        using var folder = new PipelineFolder(
            """
            name: seed
            services:
              backend: { external: true, port: 1, ready: { timeout: 500ms } }
            scenarios:
              golden-path: { connect: { url: "ws://localhost:{port}/ws", token: none }, send: { type: user_message, content: "{nonce}" } }
            """
        );

        (await folder.RunAsync("SmokeTest")).Exits(2);

        Assert.Equal("service.not-started", (string?)folder.Result["diagnosis"]!["cause"]);
    }
}
