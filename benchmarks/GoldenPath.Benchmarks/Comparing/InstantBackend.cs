using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GoldenPath.Benchmarks.Comparing;

/// <summary>A backend that answers at once: what is measured against it is the cost of the client.</summary>
internal static class InstantBackend
{
    private const string Jwt = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhZGEifQ.";

    /// <summary>Serves until it is killed, and writes down the port that it got.</summary>
    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var application = builder.Build();
        application.Urls.Add("http://127.0.0.1:0");
        application.UseWebSockets();
        application.MapPost(
            "/auth/login",
            () => TypedResults.Json(new JsonObject { ["access_token"] = Jwt + Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N") })
        );
        application.Map("/ws", TalkAsync);
        await application.StartAsync();
        Console.WriteLine(new Uri(application.Urls.Single()).Port);
        await application.WaitForShutdownAsync();
        return 0;
    }

    private static async Task TalkAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync(context.WebSockets.WebSocketRequestedProtocols.FirstOrDefault());
        var user = Guid.NewGuid().ToString("N");
        var events = int.Parse(context.Request.Query["events"].FirstOrDefault() ?? "5", CultureInfo.InvariantCulture);
        await SendAsync(socket, new JsonObject { ["type"] = "connection_established", ["user_id"] = user });
        var buffer = new byte[8192];
        while (await socket.ReceiveAsync(buffer, context.RequestAborted) is { MessageType: WebSocketMessageType.Text } message)
        {
            var question = JsonNode.Parse(buffer.AsSpan(0, message.Count))!["content"]!.GetValue<string>();
            await AnswerAsync(socket, user, question, events);
        }
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }

    private static async Task AnswerAsync(WebSocket socket, string user, string question, int events)
    {
        var run = Guid.NewGuid().ToString("N");
        foreach (var fact in Facts(question, run, events))
        {
            (fact["user_id"], fact["thread_id"], fact["run_id"]) = (user, $"t-{run}", run);
            await SendAsync(socket, fact);
        }
    }

    /// <summary>The five events, and more thinking where more are wanted.</summary>
    private static IEnumerable<JsonObject> Facts(string question, string run, int events)
    {
        yield return new() { ["type"] = "agent_started", ["agent_name"] = "assistant" };
        for (var thought = 0; thought <= events - 5; thought++)
        {
            yield return new()
            {
                ["type"] = "agent_thinking",
                ["agent_name"] = "assistant",
                ["reasoning"] = "The calculator is the right tool.",
            };
        }

        yield return new()
        {
            ["type"] = "tool_executing",
            ["tool_name"] = "calculator",
            ["execution_id"] = run,
        };
        yield return new()
        {
            ["type"] = "tool_completed",
            ["tool_name"] = "calculator",
            ["execution_id"] = run,
            ["success"] = true,
        };
        yield return new()
        {
            ["type"] = "agent_completed",
            ["agent_name"] = "assistant",
            ["status"] = "completed",
            ["final_response"] = $"42. {question}",
        };
    }

    private static async Task SendAsync(WebSocket socket, JsonObject message) =>
        await socket.SendAsync(
            Encoding.UTF8.GetBytes(message.ToJsonString(JsonSerializerOptions.Default)),
            WebSocketMessageType.Text,
            endOfMessage: true,
            CancellationToken.None
        );
}
