using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace GoldenPath.Tests.Reporting.Pages;

/// <summary>Speaks the DevTools protocol with one tab of a browser.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _asked = new();
    private readonly Channel<JsonNode> _events = Channel.CreateUnbounded<JsonNode>();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private Task _reading = Task.CompletedTask;
    private int _last;

    /// <summary>What happened in the tab, in order.</summary>
    public ChannelReader<JsonNode> Events => _events.Reader;

    /// <summary>Opens a tab of the browser at an address.</summary>
    public async Task OpenAsync(Uri browser)
    {
        using var http = new HttpClient();
        using var answer = await http.PutAsync(new Uri($"http://{browser.Authority}/json/new?about:blank"), null);
        var tab = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        await _socket.ConnectAsync(new Uri((string)tab["webSocketDebuggerUrl"]!), CancellationToken.None);
        _reading = ReadAsync();
    }

    /// <summary>Asks for something, and waits for the answer.</summary>
    public async Task<JsonNode> AskAsync(string method, JsonObject? parameters = null)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = _asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["id"] = id,
                ["method"] = method,
                ["params"] = parameters ?? [],
            }
        );
        await _sending.WaitAsync();
        await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        _sending.Release();
        return await answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            using var message = new MemoryStream();
            var block = new byte[64 * 1024];
            while (
                await _socket.ReceiveAsync(block.AsMemory(), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part
            )
            {
                await message.WriteAsync(block.AsMemory(0, part.Count));
                if (part.EndOfMessage)
                {
                    Take(JsonNode.Parse(message.ToArray())!);
                    message.SetLength(0);
                }
            }
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException)
        {
            // The spec is over, or the browser is: who still waits for an answer learns it.
        }

        _events.Writer.TryComplete();
        foreach (var waiting in _asked.Values)
        {
            waiting.TrySetException(new InvalidOperationException("The browser is gone."));
        }
    }

    private void Take(JsonNode message)
    {
        if ((int?)message["id"] is not { } id)
        {
            _events.Writer.TryWrite(message);
        }
        else if (_asked.TryRemove(id, out var waiting) && message["error"] is { } error)
        {
            waiting.SetException(new InvalidOperationException(error.ToJsonString()));
        }
        else
        {
            waiting?.SetResult(message["result"]!);
        }
    }
}
