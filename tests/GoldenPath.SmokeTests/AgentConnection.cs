using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace GoldenPath.SmokeTests;

/// <summary>
/// A connection whose every frame is kept. One task reads from the first moment on, because a receive that is cancelled would end the socket;
/// the deadlines are on what it has read.
/// </summary>
internal sealed class AgentConnection : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly Channel<Frame> _unread = Channel.CreateUnbounded<Frame>();
    private readonly List<Frame> _frames = [];
    private Task _reading = Task.CompletedTask;

    /// <summary>The frames that tests have waited past, in order.</summary>
    public IReadOnlyList<Frame> Frames => _frames;

    /// <summary>How the service closed the connection; <c>null</c> while it has not.</summary>
    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    /// <summary>Connects, with the token in the subprotocol, and begins to read.</summary>
    public async Task OpenAsync(Uri url, string token)
    {
        using var deadline = new CancellationTokenSource(Service.Deadline);
        _socket.Options.AddSubProtocol($"jwt-auth.{token}");
        await _socket.ConnectAsync(url, deadline.Token);
        _reading = ReadAsync();
    }

    public Task SendAsync(JsonObject message) =>
        _socket.SendAsync(
            Encoding.UTF8.GetBytes(message.ToJsonString()),
            WebSocketMessageType.Text,
            endOfMessage: true,
            CancellationToken.None
        );

    public Task AskAsync(string question) => SendAsync(new JsonObject { ["type"] = "user_message", ["content"] = question });

    /// <summary>The next frame of a type.</summary>
    public async Task<Frame> WaitForAsync(string type)
    {
        using var deadline = new CancellationTokenSource(Service.Deadline);
        try
        {
            await foreach (var frame in _unread.Reader.ReadAllAsync(deadline.Token))
            {
                _frames.Add(frame);
                if (frame.Type == type)
                {
                    return frame;
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw Missing(type, $"did not come within {Service.Deadline.TotalSeconds:0} s");
        }

        throw Missing(type, $"never came: the connection ended with {(int?)CloseStatus ?? 0} '{_socket.CloseStatusDescription}'");
    }

    /// <summary>Waits until the service has closed the connection.</summary>
    public async Task<WebSocketCloseStatus?> WaitForCloseAsync()
    {
        await _reading.WaitAsync(Service.Deadline);
        return CloseStatus;
    }

    /// <summary>Everything that came, and that comes until the service answers a ping: nothing can be on its way behind that.</summary>
    public async Task<IReadOnlyList<Frame>> SettleAsync()
    {
        await SendAsync(new JsonObject { ["type"] = "ping" });
        await WaitForAsync("pong");
        return Frames;
    }

    public async ValueTask DisposeAsync()
    {
        if (_socket.State is WebSocketState.Open)
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "done", CancellationToken.None);
        }

        await _reading.WaitAsync(Service.Deadline);
        _socket.Dispose();
    }

    private Xunit.Sdk.FailException Missing(string type, string why) =>
        Xunit.Sdk.FailException.ForFailure(
            $"'{type}' {why}. Before it came: {(Frames.Count == 0 ? "nothing" : string.Join(" → ", Frames.Select(frame => frame.Type)))}."
        );

    private async Task ReadAsync()
    {
        var message = new MessageBuffer();
        try
        {
            while (
                await _socket.ReceiveAsync(message.Room(), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part
            )
            {
                if (message.Take(part) is { } whole)
                {
                    _unread.Writer.TryWrite(new Frame(Parse(whole)));
                }
            }
        }
        catch (WebSocketException)
        {
            // The connection broke; whoever waits for a frame is told that it ended.
        }
        finally
        {
            _unread.Writer.TryComplete();
        }
    }

    private static JsonObject Parse(byte[] utf8)
    {
        try
        {
            return JsonNode.Parse(utf8) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return new JsonObject { ["type"] = "(no JSON)" };
        }
    }
}
