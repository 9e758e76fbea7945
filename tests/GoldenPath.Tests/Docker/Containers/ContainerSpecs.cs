using GoldenPath.Readiness;
using GoldenPath.Services;

namespace GoldenPath.Tests.Docker.Containers;

[Collection(EngineSpecs.Name)]
public sealed class ContainerSpecs(EngineFixture engine)
{
    [EngineSpec]
    public async Task A_container_answers_on_its_published_port_and_is_known_as_ours()
    {
        await using var run = new EngineRun(engine);
        var port = run.FreePort();

        var container = await run.StartAsync("echo hello from inside; echo ok > /index.html; exec httpd -f -p 80", port);

        await Http.AnswersAsync(port, "/index.html", "ok");
        Assert.True(container.Publishes(port));
        Assert.Equal(64, container.ContainerId!.Length);
        var listeners = SocketTable.OfThisMachine.On(port)!;
        Assert.NotEmpty(listeners);
        Assert.All(listeners.SelectMany(listener => listener.Pids), pid => Assert.True(container.Owns(pid)));
        Assert.False(container.Owns(Environment.ProcessId));
        await Wait.UntilAsync(() => File.ReadAllText(container.LogFile).Contains("hello from inside", StringComparison.Ordinal));
        await container.StopAsync(CancellationToken.None);
        await Wait.UntilAsync(() => SocketTable.OfThisMachine.On(port)!.Count == 0);
    }

    [EngineTableSpec]
    [InlineData("exit 0", 0, null, "ended by itself with exit code 0")]
    [InlineData("echo broken pipe dream; exit 1", 1, null, "exited with code 1")]
    [InlineData("exit 137", null, 9, "ended with SIGKILL (exit code 137)")]
    [InlineData("sh -c 'kill -SEGV $$'; exit $?", null, 11, "crashed with SIGSEGV (exit code 139)")]
    public async Task A_container_that_exits_at_start_says_how(string script, int? code, int? signal, string words)
    {
        await using var run = new EngineRun(engine);

        var container = await run.StartAsync(script);

        Assert.Equal(new ProcessExit(code, signal), await container.Exited);
        var failure = await container.ExplainAsync(null, CancellationToken.None);
        Assert.Equal(Causes.DockerContainerExited, failure!.Cause);
        Assert.Contains(words, failure.Summary, StringComparison.Ordinal);
        await container.StopAsync(CancellationToken.None);
    }
}
