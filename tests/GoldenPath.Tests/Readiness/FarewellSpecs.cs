using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using GoldenPath.Configuration;

namespace GoldenPath.Tests.Readiness;

/// <summary>No probe leaves a reset connection behind: whatever the service still says is heard, and the connection is closed in order.</summary>
public sealed class FarewellSpecs
{
    private static readonly ThisProcess Ours = new();

    public static TheoryData<string, string, bool> Visits =>
        new()
        {
            { "a short answer", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", true },
            { "an answer longer than a probe reads", "HTTP/1.1 200 OK\r\nContent-Length: 400000\r\n\r\n" + new string('x', 400_000), true },
            {
                "an unhealthy answer with a long body",
                "HTTP/1.1 503 Busy\r\nContent-Length: 400000\r\n\r\n" + new string('x', 400_000),
                false
            },
            { "no HTTP", "220 mail.example.test ESMTP\r\n" + new string('x', 100_000), false },
        };

    [TableSpec]
    [MemberData(nameof(Visits))]
    public async Task A_question_over_http_is_left_in_order(string visit, string answer, bool isReady)
    {
        var ends = Channel.CreateUnbounded<string>();
        await using var server = new LoopbackServer(
            async (stream, token) =>
            {
                await LoopbackServer.ReadHeadAsync(stream, token);
                ends.Writer.TryWrite(await EndOfAsync(stream, Encoding.ASCII.GetBytes(answer), token));
            }
        );

        var outcome = await Waiting.ForAsync(server.Port, Ours, new() { Http = "/", Timeout = isReady ? Waiting.Long : Waiting.Short });

        Assert.Equal((visit, isReady), (visit, outcome.IsReady));
        Assert.Equal("closed in order", await ends.Reader.ReadAsync());
    }

    [Spec]
    public async Task A_banner_that_nobody_asked_for_is_heard_out()
    {
        var end = new TaskCompletionSource<string>();
        await using var server = new LoopbackServer(
            async (stream, token) =>
                end.TrySetResult(await EndOfAsync(stream, Encoding.ASCII.GetBytes("SSH-2.0-server\r\n" + new string('x', 100_000)), token))
        );

        Assert.True((await Waiting.ForAsync(server.Port, Ours, new() { Tcp = true })).IsReady);

        Assert.Equal("closed in order", await end.Task);
    }

    [Spec]
    public async Task A_websocket_that_talks_on_is_heard_until_it_closes()
    {
        var end = new TaskCompletionSource<string>();
        await using var server = new LoopbackServer(
            async (stream, token) =>
            {
                var head = await LoopbackServer.ReadHeadAsync(stream, token);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(ReadinessWaitSpecs.Upgrade(head)), token);
                await stream.WriteAsync(
                    Enumerable.Range(0, 2000).SelectMany(_ => (byte[])[0x81, 2, (byte)'{', (byte)'}']).ToArray(),
                    token
                );
                var frame = new byte[8];
                await stream.ReadExactlyAsync(frame, token);
                end.TrySetResult(
                    frame[0] == 0x88 ? await EndOfAsync(stream, [0x88, 2, 3, 232], token, closesFirst: true) : $"frame {frame[0]:x}"
                );
            }
        );

        Assert.True((await Waiting.ForAsync(server.Port, Ours, new() { WebSocket = "/ws" })).IsReady);

        Assert.Equal("closed in order", await end.Task);
    }

    [Spec]
    public async Task The_address_that_is_not_needed_any_more_is_left_in_order_too()
    {
        var ends = Channel.CreateUnbounded<string>();
        Task Serve(Stream stream, CancellationToken token) => ServeAsync(stream, TimeSpan.Zero, token);
        Task ServeLate(Stream stream, CancellationToken token) => ServeAsync(stream, TimeSpan.FromMilliseconds(200), token);
        async Task ServeAsync(Stream stream, TimeSpan delay, CancellationToken token)
        {
            await LoopbackServer.ReadHeadAsync(stream, token);
            await Task.Delay(delay, TimeProvider.System, token);
            ends.Writer.TryWrite(await EndOfAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"u8.ToArray(), token));
        }

        await using var first = new LoopbackServer(ServeLate);
        await using var second = new LoopbackServer(Serve, IPAddress.IPv6Loopback, first.Port);

        Assert.True((await Waiting.ForAsync(first.Port, Ours, new ReadinessDefinition { Http = "/" }, "localhost")).IsReady);

        Assert.Equal("closed in order", await ends.Reader.ReadAsync());
    }

    /// <summary>Says something and waits for the end: the visitor's, or after one's own.</summary>
    private static async Task<string> EndOfAsync(Stream stream, byte[] last, CancellationToken token, bool closesFirst = false)
    {
        try
        {
            await stream.WriteAsync(last, token);
            if (closesFirst)
            {
                ((NetworkStream)stream).Socket.Shutdown(SocketShutdown.Send);
            }

            while (await stream.ReadAsync(new byte[256], token) > 0) { }

            return "closed in order";
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return e.Message;
        }
    }
}
