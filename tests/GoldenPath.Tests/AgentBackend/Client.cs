using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace GoldenPath.Tests.AgentBackend;

/// <summary>A WebSocket client that keeps every text frame, read from the first moment on.</summary>
internal sealed class Client : IAsyncDisposable
{
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(30);

    private readonly Channel<string> _unread = Channel.CreateUnbounded<string>();
    private Task _reading = Task.CompletedTask;

    public ClientWebSocket Socket { get; } = new();

    /// <summary>The frames that were waited past, in order.</summary>
    public List<JsonObject> Frames { get; } = [];

    public IEnumerable<string> Types => Frames.Select(frame => (string)frame["type"]!);

    /// <summary>Logs in and connects with the token in the subprotocol.</summary>
    public static async Task<Client> EnterAsync(
        ChildService service,
        string email = "ada@example.com",
        string password = "analytical-engine"
    )
    {
        var token = await Login.TokenAsync(service, email, password);
        return await ConnectAsync(service.WebSocketUrl, options => options.AddSubProtocol($"jwt-auth.{token}"));
    }

    public static async Task<Client> ConnectAsync(Uri url, Action<ClientWebSocketOptions>? configure = null)
    {
        var client = new Client();
        try
        {
            configure?.Invoke(client.Socket.Options);
            await client.OpenAsync(url);
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task SendAsync(byte[] bytes, WebSocketMessageType type) =>
        Socket.SendAsync(bytes, type, endOfMessage: true, CancellationToken.None);

    public Task AskAsync(string question) => SendAsync(new JsonObject { ["type"] = "user_message", ["content"] = question }.ToJsonString());

    /// <summary>The next frame of a type.</summary>
    public async Task<JsonObject> WaitForAsync(string type)
    {
        using var deadline = new CancellationTokenSource(_deadline);
        await foreach (var text in _unread.Reader.ReadAllAsync(deadline.Token))
        {
            var frame = Parse(text);
            Frames.Add(frame);
            if ((string?)frame["type"] == type)
            {
                return frame;
            }
        }

        throw new InvalidOperationException($"'{type}' never came, only {string.Join(", ", Types)}; closed with {Socket.CloseStatus}.");
    }

    /// <summary>Takes everything that is on its way: nothing can be behind the answer to a ping.</summary>
    public async Task SettleAsync()
    {
        await SendAsync("""{"type":"ping"}""");
        await WaitForAsync("pong");
    }

    /// <summary>Waits until the connection has ended, and takes what came before.</summary>
    /// <returns>The close code of the other side; <c>null</c> where it dropped the connection.</returns>
    public async Task<WebSocketCloseStatus?> EndedAsync()
    {
        await _reading.WaitAsync(_deadline);
        await foreach (var text in _unread.Reader.ReadAllAsync())
        {
            Frames.Add(Parse(text));
        }

        return Socket.CloseStatus;
    }

    public async ValueTask DisposeAsync()
    {
        if (Socket.State == WebSocketState.Open)
        {
            Socket.Abort();
        }

        await _reading.WaitAsync(_deadline);
        Socket.Dispose();
    }

    private static JsonObject Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? [];
        }
        catch (System.Text.Json.JsonException)
        {
            return new JsonObject { ["type"] = "(no-JSON)" };
        }
    }

    private async Task OpenAsync(Uri url)
    {
        using var deadline = new CancellationTokenSource(_deadline);
        await Socket.ConnectAsync(url, deadline.Token);
        _reading = ReadAsync();
    }

    private async Task ReadAsync()
    {
        var (buffer, message) = (new byte[16384], new ArrayBufferWriter<byte>());
        try
        {
            while (
                await Socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part
            )
            {
                message.Write(buffer.AsSpan(0, part.Count));
                if (part.EndOfMessage)
                {
                    _unread.Writer.TryWrite(
                        part.MessageType == WebSocketMessageType.Text
                            ? Encoding.UTF8.GetString(message.WrittenSpan)
                            : """{"type":"(binary)"}"""
                    );
                    message.ResetWrittenCount();
                }
            }

            await Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception ended) when (ended is WebSocketException or OperationCanceledException)
        {
            // Dropped: there is no close code then, and that is what specs look at.
        }
        finally
        {
            _unread.Writer.TryComplete();
        }
    }
}
