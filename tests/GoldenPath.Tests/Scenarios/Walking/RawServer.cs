using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace GoldenPath.Tests.Scenarios.Walking;

/// <summary>A TCP server for what no proper WebSocket server does.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    public RawServer(Func<NetworkStream, CancellationToken, Task> connection)
    {
        _listener.Start();
        _accepting = AcceptAsync(connection);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Url => $"ws://127.0.0.1:{Port}/ws";

    /// <summary>A server that upgrades properly and then does what it is told.</summary>
    public static RawServer Upgrading(Func<NetworkStream, CancellationToken, Task> connection) =>
        new(
            async (stream, stop) =>
            {
                await UpgradeAsync(stream, stop);
                await connection(stream, stop);
            }
        );

    /// <summary>Writes a frame: opcode with its flags, payload of any length, not masked.</summary>
    public static async Task FrameAsync(NetworkStream stream, byte opcode, byte[] payload) =>
        await FrameAsync(stream, opcode, payload.Length, payload, CancellationToken.None);

    /// <summary>Writes a single frame whose payload is a chunk over and over, so that the server needs no memory for it.</summary>
    public static async Task FrameAsync(NetworkStream stream, byte opcode, long length, byte[] chunk, CancellationToken stop)
    {
        var header = new byte[10];
        (header[0], header[1]) = (opcode, 127);
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(2), length);
        await stream.WriteAsync(header, stop);
        for (var left = length; left > 0; left -= chunk.Length)
        {
            await stream.WriteAsync(chunk.AsMemory(0, (int)Math.Min(left, chunk.Length)), stop);
        }
    }

    /// <summary>Reads an HTTP request up to the end of its headers.</summary>
    public static async Task<string> RequestAsync(NetworkStream stream, CancellationToken stop)
    {
        var request = new StringBuilder();
        var one = new byte[1];
        while (!request.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, stop) > 0)
        {
            request.Append((char)one[0]);
        }

        return request.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private static async Task UpgradeAsync(NetworkStream stream, CancellationToken stop)
    {
        var request = await RequestAsync(stream, stop);
        var key = request
            .Split("\r\n")
            .First(line => line.StartsWith("Sec-WebSocket-Key:", StringComparison.OrdinalIgnoreCase))[18..]
            .Trim();
#pragma warning disable CA5350 // Weak algorithm: RFC 6455 asks for it.
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"
            ),
            stop
        );
    }

    private async Task AcceptAsync(Func<NetworkStream, CancellationToken, Task> connection)
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token), connection));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client, Func<NetworkStream, CancellationToken, Task> connection)
    {
        using (client)
        {
            try
            {
                await connection(client.GetStream(), _stop.Token);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // The client left.
            }
        }
    }
}
