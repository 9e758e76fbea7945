using System.Net.WebSockets;
using System.Runtime.CompilerServices;

namespace AgentBackend.Sockets;

/// <summary>Puts the frames of a socket together to messages. Too large ones end the connection with 1009, binary ones with 1003.</summary>
internal sealed class MessageReader(WebSocket socket, Connection connection)
{
    private const int LargestMessage = 1 << 20;

    private byte[] _buffer = new byte[4096];

    /// <summary>The messages; each is valid until the next is asked for.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        CancellationToken aborted,
        [EnumeratorCancellation] CancellationToken gone
    )
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(aborted, gone);
        while (await NextAsync(end.Token) is { } message)
        {
            if (connection.Farewell is null)
            {
                yield return message;
            }
        }
    }

    private async Task<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        while (true)
        {
            if (await ReceiveAsync(length, cancellationToken) is not { } received)
            {
                return null;
            }

            length = Accept(received, length);
            if (received.EndOfMessage)
            {
                return _buffer.AsMemory(0, length);
            }
        }
    }

    // A connection that is closing for a message it cannot take goes on reading, and forgets what it reads, so that the close frame arrives.
    private int Accept(ValueWebSocketReceiveResult received, int length)
    {
        if (received.MessageType == WebSocketMessageType.Binary)
        {
            connection.Close(WebSocketCloseStatus.InvalidMessageType, "text messages only");
        }
        else if (length + received.Count > LargestMessage)
        {
            connection.Close(WebSocketCloseStatus.MessageTooBig, $"messages have {LargestMessage} bytes at most");
        }

        return connection.Farewell is null ? length + received.Count : 0;
    }

    private async Task<ValueWebSocketReceiveResult?> ReceiveAsync(int length, CancellationToken cancellationToken)
    {
        if (length == _buffer.Length)
        {
            Array.Resize(ref _buffer, length * 2);
        }

        try
        {
            var received = await socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            if (received.MessageType != WebSocketMessageType.Close)
            {
                return received;
            }

            connection.Close(WebSocketCloseStatus.NormalClosure, "goodbye");
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or IOException)
        {
            connection.Close(WebSocketCloseStatus.Empty, "the connection broke");
        }

        return null;
    }
}
