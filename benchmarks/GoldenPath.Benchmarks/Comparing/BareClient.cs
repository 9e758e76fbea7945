using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace GoldenPath.Benchmarks.Comparing;

/// <summary>The floor: a client that logs in, connects, asks and reads until the last event, and judges nothing.</summary>
internal static class BareClient
{
    private static readonly byte[] Question = Encoding.UTF8.GetBytes("""{"type":"user_message","content":"What is 6 * 7?"}""");

    public static async Task<int> RunAsync(int port, int users)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false, UseCookies = false };
        using var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        await Task.WhenAll(Enumerable.Range(0, users).Select(_ => WalkAsync(http, invoker, new Uri($"ws://127.0.0.1:{port}/ws"))));
        return 0;
    }

    private static async Task WalkAsync(HttpClient http, HttpMessageInvoker invoker, Uri url)
    {
        using var login = await http.PostAsJsonAsync("/auth/login", new { email = "a@b.c", password = "x" });
        var token = (await login.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.GetValue<string>();
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("jwt-auth." + token);
        await socket.ConnectAsync(url, invoker, CancellationToken.None);
        var buffer = new byte[4096];
        await socket.ReceiveAsync(buffer, CancellationToken.None);
        await socket.SendAsync(Question, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        while (
            await socket.ReceiveAsync(buffer, CancellationToken.None) is { } message
            && buffer.AsSpan(0, message.Count).IndexOf("agent_completed"u8) < 0
        ) { }
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }
}
