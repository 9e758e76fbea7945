using System.Net.WebSockets;
using AgentBackend.Agents;
using AgentBackend.Envelopes;
using AgentBackend.Sockets;

namespace AgentBackend.Misbehaving;

/// <summary>What can go wrong on the wire while a run goes on. "In the middle" is between agent_thinking and the tool.</summary>
internal static class WireFaults
{
    private const int HugeLength = 64 << 20;
    private static readonly TimeSpan _beat = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _company = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _poll = TimeSpan.FromMilliseconds(10);

    public static IAsyncEnumerable<AgentEvent> Crash(IAsyncEnumerable<AgentEvent> events, RunScene scene) =>
        InTheMiddle(events, () => Environment.FailFast("out of handles"));

    public static IAsyncEnumerable<AgentEvent> SendMalformed(IAsyncEnumerable<AgentEvent> events, RunScene scene) =>
        InTheMiddle(
            events,
            () => scene.Connection.SendAsync(WebSocketMessageType.Text, """{"type":"agent_thinking","reasoning":"I was cut o"""u8.ToArray())
        );

    public static IAsyncEnumerable<AgentEvent> SendGarbage(IAsyncEnumerable<AgentEvent> events, RunScene scene) =>
        InTheMiddle(
            events,
            () => scene.Connection.SendAsync(WebSocketMessageType.Binary, new byte[] { 0xff, 0xfe, 0x00, 0x80, 0xc3, 0x28, 0xde, 0xad })
        );

    public static IAsyncEnumerable<AgentEvent> SendHuge(IAsyncEnumerable<AgentEvent> events, RunScene scene) =>
        InTheMiddle(events, () => scene.Connection.SendAsync(WebSocketMessageType.Text, Huge()));

    public static IAsyncEnumerable<AgentEvent> Drop(IAsyncEnumerable<AgentEvent> events, RunScene scene) =>
        InTheMiddle(
            events,
            async () =>
            {
                await scene.WaitAsync(_poll * 5); // What was sent before shall arrive.
                scene.Connection.Abort();
            }
        );

    public static IAsyncEnumerable<AgentEvent> Close(IAsyncEnumerable<AgentEvent> events, RunScene scene) =>
        InTheMiddle(events, () => scene.Connection.Close(WebSocketCloseStatus.InternalServerError, "unexpected condition"));

    public static async IAsyncEnumerable<AgentEvent> OnlyBeat(IAsyncEnumerable<AgentEvent> events, RunScene scene)
    {
        while (true)
        {
            await scene.Connection.SendAsync(scene.Frames.Heartbeat());
            await scene.WaitAsync(_beat);
        }

#pragma warning disable CS0162 // Unreachable: an iterator needs a yield, and this one never has anything to give.
        yield break;
#pragma warning restore CS0162
    }

    public static async IAsyncEnumerable<AgentEvent> Leak(IAsyncEnumerable<AgentEvent> events, RunScene scene)
    {
        await foreach (var it in events)
        {
            if (it.Type == AgentEvent.Completed)
            {
                await TellOthersAsync(it, scene);
            }

            yield return it;
        }
    }

    private static async Task TellOthersAsync(AgentEvent answer, RunScene scene)
    {
        var patience = scene.Delay ?? _company;
        for (var began = scene.Time.GetTimestamp(); !Others(scene).Any() && scene.Time.GetElapsedTime(began) < patience; )
        {
            await scene.WaitAsync(_poll);
        }

        foreach (var other in Others(scene))
        {
            await foreach (var frame in WireForms.Default(new[] { answer.Copy() }.ToAsyncEnumerable()))
            {
                await other.SendAsync(frame);
            }
        }
    }

    private static IEnumerable<Connection> Others(RunScene scene) => scene.Connections.All.Where(it => it != scene.Connection);

    private static IAsyncEnumerable<AgentEvent> InTheMiddle(IAsyncEnumerable<AgentEvent> events, Action happens) =>
        InTheMiddle(
            events,
            () =>
            {
                happens();
                return ValueTask.CompletedTask;
            }
        );

    private static async IAsyncEnumerable<AgentEvent> InTheMiddle(IAsyncEnumerable<AgentEvent> events, Func<ValueTask> happensAsync)
    {
        await foreach (var it in events)
        {
            yield return it;
            if (it.Type == AgentEvent.Thinking)
            {
                await happensAsync();
            }
        }
    }

    private static byte[] Huge()
    {
        var frame = new byte[HugeLength];
        frame.AsSpan().Fill((byte)'x');
        """{"type":"partial_result","content":" """u8.CopyTo(frame);
        "\"}"u8.CopyTo(frame.AsSpan(HugeLength - 2));
        return frame;
    }
}
