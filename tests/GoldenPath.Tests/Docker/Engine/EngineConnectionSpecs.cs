using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.Versioning;
using GoldenPath.Docker.Engine;

namespace GoldenPath.Tests.Docker.Engine;

/// <summary>What stands between a run and its engine is told apart, and soon.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class EngineConnectionSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Spec]
    public async Task A_socket_that_is_not_there_means_that_Docker_does_not_run()
    {
        var failure = await FailureOf(At(_folder.File("docker.sock"), "the default socket"));

        Assert.Equal(
            (new Cause(Causes.DockerUnreachable), Verdict.Environment),
            (failure.Cause, Verdicts.Of(Stages.StartServices, failure))
        );
        Assert.Equal(
            $"No Docker engine answers at unix://{_folder.File("docker.sock")} (the default socket): there is no such socket.",
            failure.Summary
        );
        Assert.Contains(failure.Remedies, remedy => remedy.Command!.StartsWith("sudo systemctl start docker", StringComparison.Ordinal));
        Assert.Contains(failure.Remedies, remedy => remedy.Text.Contains("needs no Docker", StringComparison.Ordinal));
    }

    [Spec]
    public async Task A_wrong_DOCKER_HOST_is_called_that()
    {
        var failure = await FailureOf(At(_folder.File("docker.sock"), "DOCKER_HOST"));

        Assert.Contains("(DOCKER_HOST)", failure.Summary, StringComparison.Ordinal);
        Assert.Equal("unset DOCKER_HOST", failure.Remedies[0].Command);
    }

    [Spec]
    public async Task A_socket_on_which_nobody_listens_is_stale()
    {
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            socket.Bind(new UnixDomainSocketEndPoint(_folder.File("s")));
            File.Move(_folder.File("s"), _folder.File("docker.sock")); // .NET would remove it with its socket.
        }

        var failure = await FailureOf(At(_folder.File("docker.sock"), "the default socket"));

        Assert.Contains("the socket is there, but nobody listens on it", failure.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task A_port_that_nobody_listens_on_is_refused()
    {
        using var reserved = GoldenPath.Services.FreePort.Reserve();

        var failure = await FailureOf(At($"tcp://127.0.0.1:{reserved.Port}"));

        Assert.Equal($"No Docker engine answers at tcp://127.0.0.1:{reserved.Port} (DOCKER_HOST): connection refused.", failure.Summary);
    }

    [Spec]
    public async Task A_host_that_is_not_known_is_named()
    {
        var failure = await FailureOf(At("tcp://no-such-host.invalid:2375"));

        Assert.Contains("the host 'no-such-host.invalid' is not known", failure.Summary, StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n<html>hi</html", "its answer is no JSON")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", "it tells no API version")]
    [InlineData(
        "HTTP/1.1 400 Bad Request\r\nContent-Length: 48\r\n\r\nClient sent an HTTP request to an HTTPS server.\n",
        "it answered 400 Client sent an HTTP request to an HTTPS server."
    )]
    [InlineData("SSH-2.0-OpenSSH_9.2p1\r\n", "is no Docker engine")]
    public async Task What_answers_and_is_no_engine_is_told_by_what_it_said(string answer, string words)
    {
        using var socket = Listen(_folder.File("docker.sock"), answer);

        var failure = await FailureOf(At(_folder.File("docker.sock"), "DOCKER_HOST"));

        Assert.Equal(Causes.DockerUnreachable, failure.Cause);
        Assert.Contains(words, failure.Summary, StringComparison.Ordinal);
    }

    [Spec]
    public async Task Who_accepts_and_says_nothing_is_not_waited_for()
    {
        using var socket = Listen(_folder.File("docker.sock"));
        var start = Stopwatch.GetTimestamp();

        var failure = await FailureOf(At(_folder.File("docker.sock"), "DOCKER_HOST"));

        Assert.Contains("no answer within 4 s", failure.Summary, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20), "It took far longer than the patience.");
    }

    private static LocatedEngine At(string socket, string source) => new() { Endpoint = new Uri("unix://" + socket), Source = source };

    private static LocatedEngine At(string endpoint) => new() { Endpoint = new Uri(endpoint), Source = "DOCKER_HOST" };

    private static async Task<Failure> FailureOf(LocatedEngine address) =>
        (
            await Assert.ThrowsAsync<PipelineException>(() =>
                EngineConnection.OpenAsync(address, TimeProvider.System, CancellationToken.None)
            )
        ).Failure;

    private static Socket Listen(string path, string? answer = null)
    {
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        _ = answer is null ? Task.CompletedTask : AnswerAsync(listener, answer);
        return listener;
    }

    private static async Task AnswerAsync(Socket listener, string answer)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptAsync();
                if (await client.ReceiveAsync(new byte[4096]) > 0)
                {
                    await client.SendAsync(System.Text.Encoding.ASCII.GetBytes(answer));
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The spec is over.
        }
    }
}
