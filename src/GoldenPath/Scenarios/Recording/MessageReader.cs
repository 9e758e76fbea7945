using System.Buffers;
using System.Net.WebSockets;

namespace GoldenPath.Scenarios.Recording;

/// <summary>Reads whole messages from a WebSocket in bounded memory: of a message over the limit the beginning is kept, the rest drained and counted.</summary>
internal sealed class MessageReader(WebSocket socket, int largest) : IDisposable
{
    private const int Usual = 4096;
    private const int Drain = 64 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Usual);
    private byte[]? _drain;

    /// <summary>The next message.</summary>
    /// <exception cref="WebSocketException">The connection broke, or the server broke the protocol.</exception>
    public async ValueTask<Message> NextAsync()
    {
        Release();
        long size = 0;
        while (true)
        {
            // A cancelled receive aborts the socket, so nobody cancels: deadlines are kept by whoever waits for the events.
            var part = await socket.ReceiveAsync(Room((int)Math.Min(size, largest)), CancellationToken.None);
            size += part.Count;
            if (part.EndOfMessage)
            {
                return new Message(part.MessageType, _buffer.AsMemory(0, (int)Math.Min(size, largest)), size);
            }
        }
    }

    private Memory<byte> Room(int kept)
    {
        if (kept == largest)
        {
            return _drain ??= ArrayPool<byte>.Shared.Rent(Drain);
        }

        if (kept == _buffer.Length)
        {
            Grow(kept);
        }

        return _buffer.AsMemory(kept, Math.Min(_buffer.Length, largest) - kept);
    }

    private void Grow(int kept)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(kept * 4, largest));
        _buffer.AsSpan(0, kept).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    /// <summary>An idle session keeps a small buffer only.</summary>
    private void Release()
    {
        if (_drain is not null)
        {
            ArrayPool<byte>.Shared.Return(_drain);
            _drain = null;
        }

        if (_buffer.Length > Drain)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = ArrayPool<byte>.Shared.Rent(Usual);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Release();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }
}
