using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GoldenPath.Tests.Scenarios.Walking;

/// <summary>The server's side of a session, for specs that say frame by frame what a server does.</summary>
internal sealed class ServerSession(HttpContext http, WebSocket socket, int number)
{
    /// <summary>Which session of the server it is, counted from 1.</summary>
    public int Number => number;

    public HttpContext Http => http;

    public string RunId { get; set; } = $"run-{number}";

    /// <summary>The nonce of the last message received: whatever is in its field <c>nonce</c>.</summary>
    public string? Nonce { get; private set; }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task SendAsync(JsonNode message) => SendAsync(message.ToJsonString());

    public Task SendAsync(byte[] bytes, WebSocketMessageType type, bool end = true) =>
        socket.SendAsync(bytes, type, end, CancellationToken.None);

    /// <summary>Sends an event of the run.</summary>
    public Task EventAsync(string type, object? fields = null)
    {
        var message = fields is null ? [] : JsonSerializer.SerializeToNode(fields)!.AsObject();
        message["type"] = type;
        message["run_id"] ??= RunId;
        return SendAsync(message);
    }

    public Task ReadyAsync() => SendAsync("""{"type":"connection_established","connection_id":"c-1"}""");

    /// <summary>The next message of the client; <c>null</c> when it left.</summary>
    public async Task<JsonNode?> ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        var result = await socket.ReceiveAsync(buffer, CancellationToken.None);
        if (result.MessageType == WebSocketMessageType.Close)
        {
            return null;
        }

        var message = JsonNode.Parse(buffer.AsSpan(0, result.Count));
        Nonce = (string?)message!["nonce"];
        return message;
    }

    /// <summary>The five, as a healthy agent sends them.</summary>
    public async Task RunAsync(string? answer = null)
    {
        await EventAsync("agent_started", new { agent_name = "supervisor" });
        await EventAsync("agent_thinking", new { agent_name = "supervisor", reasoning = "…" });
        await EventAsync("tool_executing", new { tool_name = "calculator", execution_id = "e1" });
        await EventAsync(
            "tool_completed",
            new
            {
                tool_name = "calculator",
                execution_id = "e1",
                success = true,
            }
        );
        await EventAsync("agent_completed", new { agent_name = "supervisor", final_response = answer ?? $"42, as asked in {Nonce}" });
    }

    /// <summary>Greets, takes the trigger, runs, and waits until the client leaves.</summary>
    public async Task ServeAsync(Func<Task>? run = null)
    {
        await ReadyAsync();
        if (await ReceiveAsync() is not null)
        {
            await (run?.Invoke() ?? RunAsync());
            await StayAsync();
        }
    }

    /// <summary>Waits until the client leaves.</summary>
    public async Task StayAsync()
    {
        while (await ReceiveAsync() is not null) { }

        await CloseAsync(1000);
    }

    public async Task CloseAsync(int code, string? reason = null)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, CancellationToken.None);
        }
    }
}
