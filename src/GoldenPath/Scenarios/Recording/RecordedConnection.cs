using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using GoldenPath.Runs;
using GoldenPath.Scenarios.Events;

namespace GoldenPath.Scenarios.Recording;

/// <summary>A WebSocket with its one reader: every frame is stamped, written down and normalised as it comes, whoever waits for what.</summary>
/// <remarks>Nobody else receives from the socket, and nobody cancels a receive, which would abort it. Who waits for an event waits on
/// <see cref="Events"/>, with a deadline of its own.</remarks>
internal sealed class RecordedConnection : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(500);

    private readonly WebSocket _socket;
    private readonly int _number;
    private readonly SessionLog _log;
    private readonly EventNormalizer _normalizer;
    private readonly RunClock _clock;
    private readonly Channel<AgentEvent> _events = Channel.CreateUnbounded<AgentEvent>(new() { SingleReader = true, SingleWriter = true });
    private SessionEnd? _left;

    /// <summary>Takes a connected socket over and begins to read.</summary>
    public RecordedConnection(WebSocket socket, int number, SessionLog log, EventNormalizer normalizer, RunClock clock)
    {
        (_socket, _number, _log, _normalizer, _clock) = (socket, number, log, normalizer, clock);
        Opened = log.Opened(number, socket.SubProtocol);
        Ended = ReadAsync();
    }

    /// <summary>When the connection was upgraded.</summary>
    public FrameStamp Opened { get; }

    /// <summary>The events in the order of their arrival. Completes when nothing more can come.</summary>
    public ChannelReader<AgentEvent> Events => _events.Reader;

    /// <summary>How the connection ended; completes when nothing more can come.</summary>
    public Task<SessionEnd> Ended { get; }

    /// <summary>Sends a text. Where the connection is gone, <see cref="Ended"/> tells how.</summary>
    public async Task<Trigger> SendAsync(string text, bool trigger, string? nonce, CancellationToken cancellationToken)
    {
        var sent = _log.Sent(_number, text, trigger, nonce);
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The reader sees the same, with the close code and the time.
        }

        return sent;
    }

    /// <summary>Breaks the connection off, as a client that loses its network does.</summary>
    public async Task AbortAsync()
    {
        Leave();
        _log.Aborted(_number, FrameDirection.Out, "dropped on purpose");
        _socket.Abort();
        await Ended;
    }

    /// <summary>Says goodbye, waits a moment for the server's, and lets go.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!Ended.IsCompleted)
        {
            Leave();
            _log.Closed(_number, FrameDirection.Out, (int)WebSocketCloseStatus.NormalClosure, null);
            await SayGoodbyeAsync();
            await Task.WhenAny(Ended, Task.Delay(Farewell, _clock.Time, CancellationToken.None));
            _socket.Abort();
        }

        await Ended;
        _socket.Dispose();
    }

    private async Task<SessionEnd> ReadAsync()
    {
        // The caller goes on with its own work before the first frame is looked at.
        await Task.Yield();
        try
        {
            using var reader = new MessageReader(_socket, _log.Limits.LargestMessage);
            return await ReadAsync(reader);
        }
        finally
        {
            _events.Writer.TryComplete();
        }
    }

    private async Task<SessionEnd> ReadAsync(MessageReader reader)
    {
        try
        {
            while (!_log.IsFlooded)
            {
                var message = await reader.NextAsync();
                if (message.Type == WebSocketMessageType.Close)
                {
                    return await ClosedAsync();
                }

                Take(message);
            }

            return Flooded();
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            return Broken(exception);
        }
    }

    private void Take(Message message)
    {
        if (message.Type == WebSocketMessageType.Binary && _normalizer.ReadsBinary)
        {
            message = message with { Type = WebSocketMessageType.Text };
        }

        var stamp = _log.Received(_number, message);
        if (message.Type == WebSocketMessageType.Binary && message.Size > 0)
        {
            Publish(EventNormalizer.Malformed($"a binary message of {message.Size:N0} bytes", stamp));
        }
        else if (message.IsCut)
        {
            Publish(
                EventNormalizer.Malformed($"a message of {message.Size:N0} bytes, over the limit of {_log.Limits.LargestMessage:N0}", stamp)
            );
        }
        else
        {
            foreach (var one in _normalizer.Read(message.Bytes, stamp))
            {
                Publish(one);
            }
        }
    }

    private void Publish(AgentEvent one) => _events.Writer.TryWrite(one);

    private async Task<SessionEnd> ClosedAsync()
    {
        var code = (int?)_socket.CloseStatus;
        var reason = _socket.CloseStatusDescription;
        var stamp = _log.Closed(_number, FrameDirection.In, code, reason);
        if (_left is null)
        {
            await SayGoodbyeAsync();
        }

        return _left
            ?? new SessionEnd(SessionEndReason.Closed, stamp.At)
            {
                CloseCode = code,
                Detail = reason,
                Frame = stamp.Frame,
            };
    }

    private SessionEnd Flooded()
    {
        var stamp = _log.Aborted(_number, FrameDirection.In, $"more than {_log.Limits.SessionMessages:N0} messages: the rest is not read");
        Publish(EventNormalizer.Malformed($"more than {_log.Limits.SessionMessages:N0} messages in one session", stamp));
        _socket.Abort();
        return new SessionEnd(SessionEndReason.Watched, stamp.At) { Frame = stamp.Frame };
    }

    private SessionEnd Broken(Exception exception)
    {
        if (_left is not null)
        {
            return _left;
        }

        var error = exception is WebSocketException broken ? broken.WebSocketErrorCode : WebSocketError.ConnectionClosedPrematurely;
        var stamp = _log.Aborted(_number, FrameDirection.In, error.ToString());
        if (error is WebSocketError.Faulted or WebSocketError.InvalidMessageType or WebSocketError.HeaderError)
        {
            Publish(EventNormalizer.Malformed("it breaks the WebSocket protocol, or is a text that is no UTF-8", stamp));
        }

        return new SessionEnd(SessionEndReason.Dropped, stamp.At) { Detail = error.ToString(), Frame = stamp.Frame };
    }

    private void Leave() => _left = new SessionEnd(SessionEndReason.Watched, _clock.Elapsed);

    private async Task SayGoodbyeAsync()
    {
        try
        {
            using var deadline = new CancellationTokenSource(Farewell, _clock.Time);
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, deadline.Token);
        }
        catch (Exception exception)
            when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The other side is gone already; there is nobody to be polite to.
        }
    }
}
