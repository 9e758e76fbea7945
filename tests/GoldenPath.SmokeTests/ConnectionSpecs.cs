using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace GoldenPath.SmokeTests;

/// <summary>The connection itself: it lives on, ends properly, and can be had again.</summary>
public sealed class ConnectionSpecs
{
    private static readonly TimeSpan _idle = TimeSpan.FromMilliseconds(300);

    [Fact(Timeout = 30_000)]
    public async Task The_connection_survives_an_idle_heartbeat()
    {
        await using var connection = await Service.EnterAsync(Service.Ada);
        await Task.Delay(_idle, TimeProvider.System); // Idleness is the thing tested: there is nothing to wait for.
        await connection.SendAsync(new JsonObject { ["type"] = "heartbeat" });
        await connection.WaitForAsync("heartbeat_ack");
        await connection.AskAsync("What is 5 * 5?");
        Assert.Contains("25", (await connection.WaitForAsync("agent_completed"))["final_response"], StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_user_who_reconnects_goes_on_in_the_same_conversation()
    {
        var token = await Service.LoginAsync(Service.Grace);
        var first = await TalkAsync(token, thread: null);
        var second = await TalkAsync(token, first["thread_id"]);
        Assert.Equal(first["thread_id"], second["thread_id"]);
        Assert.Equal(first["user_id"], second["user_id"]);
        Assert.NotEqual(first["run_id"], second["run_id"]);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_goodbye_is_answered_with_a_goodbye()
    {
        await using var connection = await Service.EnterAsync(Service.Ada);
        await connection.DisposeAsync();
        Assert.Equal(WebSocketCloseStatus.NormalClosure, connection.CloseStatus);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_message_that_makes_no_sense_does_not_end_the_connection()
    {
        await using var connection = await Service.EnterAsync(Service.Ada);
        await connection.SendAsync(new JsonObject { ["type"] = "do_something_unheard_of" });
        await connection.WaitForAsync("ack");
        await connection.SendAsync([]);
        await connection.WaitForAsync("error");
        await connection.SettleAsync();
    }

    private static async Task<Frame> TalkAsync(string token, string? thread)
    {
        await using var connection = await Service.ConnectAsync(token);
        await connection.WaitForAsync("connection_established");
        await connection.SendAsync(
            new JsonObject
            {
                ["type"] = "user_message",
                ["content"] = "What is 3 * 3?",
                ["thread_id"] = thread,
            }
        );
        return await connection.WaitForAsync("agent_completed");
    }
}
