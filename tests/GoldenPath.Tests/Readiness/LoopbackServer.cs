using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GoldenPath.Tests.Readiness;

/// <summary>A server in the spec's own process that treats each connection as it is told.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private readonly Socket _listener;
    private readonly Func<Stream, CancellationToken, Task> _serve;
    private readonly Task _accepting;
    private int _connections;

    public LoopbackServer(Func<Stream, CancellationToken, Task> serve, IPAddress? address = null, int port = 0, bool dualStack = false)
    {
        _serve = serve;
        _listener = Listening.On(address ?? IPAddress.Loopback, port, dualStack);
        _accepting = AcceptAsync();
    }

    public int Port => _listener.Port();

    public int Connections => _connections;

    /// <summary>Reads the head of a request and answers with a text; <c>\n</c> stands for the end of a line.</summary>
    public static Func<Stream, CancellationToken, Task> Answering(params string[] answers)
    {
        var next = -1;
        return async (stream, token) =>
        {
            await ReadHeadAsync(stream, token);
            var answer = answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)];
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer.Replace("\n", "\r\n", StringComparison.Ordinal)), token);
        };
    }

    public static async Task<string> ReadHeadAsync(Stream stream, CancellationToken token)
    {
        var text = new StringBuilder();
        var buffer = new byte[1024];
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer, token) is > 0 and var read)
        {
            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await _listener.AcceptAsync(_ending.Token)));
                Interlocked.Increment(ref _connections);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            await _serve(stream, _ending.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
        {
            // The probe hung up, or the spec is over.
        }
    }
}
