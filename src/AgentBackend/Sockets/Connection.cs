using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using AgentBackend.Agents;

namespace AgentBackend.Sockets;

/// <summary>
/// One WebSocket. Anybody may send at any time: what is sent waits in a queue, because two sends of one socket must not overlap. A full queue
/// makes the senders wait, so a slow reader slows down its own runs only.
/// </summary>
internal sealed class Connection(WebSocket socket, TimeProvider time) : IDisposable
{
    private const int QueueLength = 256;
    private static readonly TimeSpan _linger = TimeSpan.FromSeconds(2);

    private readonly Channel<OutgoingFrame> _queue = Channel.CreateBounded<OutgoingFrame>(
        new BoundedChannelOptions(QueueLength) { SingleReader = true }
    );
    private readonly CancellationTokenSource _gone = new(Timeout.InfiniteTimeSpan, time);
    private readonly CancellationTokenSource _closing = new();
    private Farewell? _farewell;

    /// <summary>The connection's id.</summary>
    public string Id { get; } = AgentRun.NewId("conn");

    /// <summary>Cancelled once the connection is being closed, by either side: work for it is of no use any more.</summary>
    public CancellationToken Closing => _closing.Token;

    /// <summary>How the server closed it; <c>null</c> while it is open.</summary>
    public Farewell? Farewell => _farewell;

    /// <summary>Sends a text frame after everything sent before. Does nothing once the connection is closing.</summary>
    public ValueTask SendAsync(JsonObject frame) =>
        SendAsync(WebSocketMessageType.Text, JsonSerializer.SerializeToUtf8Bytes(frame, Frames.Options));

    /// <summary>Sends a frame of any kind.</summary>
    public async ValueTask SendAsync(WebSocketMessageType type, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await _queue.Writer.WriteAsync(new OutgoingFrame(type, bytes), _gone.Token);
        }
        catch (Exception gone) when (gone is ChannelClosedException or OperationCanceledException or ObjectDisposedException)
        {
            // Nobody is left to read it.
        }
    }

    /// <summary>Closes after everything sent so far; the other side has two seconds to agree. Only the first call counts.</summary>
    public void Close(WebSocketCloseStatus status, string reason)
    {
        if (Interlocked.CompareExchange(ref _farewell, new Farewell(status, reason), null) is null)
        {
            _queue.Writer.TryComplete();
            _gone.CancelAfter(_linger);
            _closing.Cancel();
        }
    }

    /// <summary>Drops the connection without a word.</summary>
    public void Abort()
    {
        socket.Abort();
        Close(WebSocketCloseStatus.Empty, "aborted");
    }

    /// <summary>Carries the queue to the wire until the connection is closed or gone.</summary>
    public async Task WriteAsync(CancellationToken aborted)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(aborted, _gone.Token);
        try
        {
            await foreach (var frame in _queue.Reader.ReadAllAsync(gone.Token))
            {
                await socket.SendAsync(frame.Bytes, frame.Type, endOfMessage: true, gone.Token);
            }

            if (_farewell is { } farewell && socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(farewell.Status, farewell.Reason, gone.Token);
            }
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or IOException)
        {
            Close(WebSocketCloseStatus.Empty, "the connection broke");
        }
    }

    /// <summary>The text messages of the other side until it closes, or is gone.</summary>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(CancellationToken aborted) =>
        new MessageReader(socket, this).ReadAsync(aborted, _gone.Token);

    public void Dispose()
    {
        _closing.Dispose();
        _gone.Dispose();
    }
}
