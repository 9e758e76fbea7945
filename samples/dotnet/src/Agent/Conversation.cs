using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Agent;

/// <summary>One user's connection: each message starts a run, which is told event by event.</summary>
internal sealed class Conversation(WebSocket socket, string model)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await SayAsync(new() { ["type"] = "connection_established" }, cancellationToken);
        var buffer = new byte[4096];
        while (await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken) is { MessageType: WebSocketMessageType.Text } received)
        {
            var message = JsonNode.Parse(buffer.AsSpan(0, received.Count))!;
            if ((string?)message["type"] == "user_message")
            {
                await AnswerAsync((string)message["content"]!, cancellationToken);
            }
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
    }

    private async Task AnswerAsync(string content, CancellationToken cancellationToken)
    {
        var run = Guid.NewGuid().ToString();
        JsonObject Event(string type) =>
            new()
            {
                ["type"] = type,
                ["run_id"] = run,
                ["agent_name"] = model,
            };

        await SayAsync(Event("agent_started"), cancellationToken);
        await SayAsync(Event("agent_thinking"), cancellationToken);
        var end = Event("agent_completed");
        end["status"] = "success";
        end["final_response"] = $"{model} read: {content}";
        await SayAsync(end, cancellationToken);
    }

    private async Task SayAsync(JsonObject message, CancellationToken cancellationToken) =>
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, cancellationToken);
}
