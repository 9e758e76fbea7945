using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace GoldenPath.Tests.AgentBackend;

public sealed class HandshakeSpecs(BackendFixture backend) : IClassFixture<BackendFixture>
{
    [Spec]
    public async Task A_token_in_the_subprotocol_is_echoed_exactly()
    {
        await using var client = await Client.EnterAsync(backend.Service);
        var greeting = await client.WaitForAsync("connection_established");
        Assert.Matches(@"^jwt-auth\.[\w-]+\.[\w-]+\.[\w-]+$", client.Socket.SubProtocol);
        Assert.Equal("usr_ada_...", (string?)greeting["user_id"]);
        Assert.NotEmpty((string?)greeting["connection_id"] ?? "");
        Assert.NotEmpty(greeting["features"]!.AsArray());
    }

    [Spec]
    public async Task A_token_in_the_header_is_as_good()
    {
        var token = await Login.TokenAsync(backend.Service);
        await using var client = await Client.ConnectAsync(
            backend.Service.WebSocketUrl,
            options => options.SetRequestHeader("Authorization", $"Bearer {token}")
        );
        await client.WaitForAsync("connection_established");
        Assert.Null(client.Socket.SubProtocol);
    }

    [Spec]
    public async Task A_token_in_the_query_is_as_good()
    {
        var token = await Login.TokenAsync(backend.Service);
        await using var client = await Client.ConnectAsync(new Uri($"{backend.Service.WebSocketUrl}?token={token}"));
        await client.WaitForAsync("connection_established");
    }

    [Spec]
    public async Task Without_a_token_the_upgrade_completes_and_the_connection_is_refused()
    {
        await using var client = await Client.ConnectAsync(backend.Service.WebSocketUrl);
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, await client.EndedAsync());
        Assert.Equal("AUTH_FAILED", (string?)Assert.Single(client.Frames)["code"]);
    }

    [TableSpec]
    [InlineData("jwt-auth.rubbish")]
    [InlineData("jwt-auth.")]
    public async Task A_bad_token_is_refused(string subprotocol)
    {
        await using var client = await Client.ConnectAsync(backend.Service.WebSocketUrl, options => options.AddSubProtocol(subprotocol));
        Assert.Equal(subprotocol, client.Socket.SubProtocol);
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, await client.EndedAsync());
        Assert.Equal("AUTH_FAILED", (string?)Assert.Single(client.Frames)["code"]);
    }

    [Spec]
    public async Task A_subprotocol_that_carries_no_token_is_closed_with_1003()
    {
        await using var client = await Client.ConnectAsync(backend.Service.WebSocketUrl, options => options.AddSubProtocol("chat"));
        Assert.Equal(WebSocketCloseStatus.InvalidMessageType, await client.EndedAsync());
    }

    [Spec]
    public async Task What_a_refused_client_says_is_not_listened_to()
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(backend.Service.WebSocketUrl, CancellationToken.None);
        await socket.SendAsync(
            """{"type":"user_message","content":"What is 6 * 7?"}"""u8.ToArray(),
            WebSocketMessageType.Text,
            true,
            CancellationToken.None
        );
        var frames = new byte[4096];
        var first = await socket.ReceiveAsync(frames.AsMemory(), CancellationToken.None);
        Assert.Contains("AUTH_FAILED", Encoding.UTF8.GetString(frames, 0, first.Count), StringComparison.Ordinal);
        Assert.Equal(WebSocketMessageType.Close, (await socket.ReceiveAsync(frames.AsMemory(), CancellationToken.None)).MessageType);
    }

    [Spec]
    public async Task A_plain_request_is_told_to_upgrade() =>
        Assert.Equal(HttpStatusCode.UpgradeRequired, (await Login.GetAsync(backend.Service, "/ws")).Status);
}
