using System.Net.WebSockets;
using System.Text;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Tests.Scenarios.Walking;

public sealed class RecordingSpecs : IDisposable
{
    private const byte Text = 0x81;
    private readonly Walks _walks = new();

    public void Dispose() => _walks.Dispose();

    [Spec]
    public async Task No_frame_of_a_burst_of_thousands_is_lost()
    {
        const int burst = 20_000;
        await using var server = await AgentServer.StartAsync(session =>
            session.ServeAsync(async () =>
            {
                for (var number = 0; number < burst; number++)
                {
                    await session.SendAsync($$"""{"type":"stream_chunk_{{number}}"}""");
                }

                await session.RunAsync();
            })
        );

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.True(result.Passed, result.Failure?.Summary);
        Assert.Equal(burst + 6, result.Sessions[0].Messages);
        var texts = _walks
            .Frames.Select(frame => (string?)frame["text"])
            .Where(text => text?.Contains("stream_chunk_", StringComparison.Ordinal) == true);
        Assert.Equal(Enumerable.Range(0, burst).Select(number => $$"""{"type":"stream_chunk_{{number}}"}"""), texts);
    }

    [Spec]
    public async Task Every_frame_is_written_with_its_direction_size_and_time_before_anybody_asks_for_it()
    {
        await using var server = await AgentServer.StartAsync(session => session.ServeAsync());

        await _walks.WalkAsync(Walks.Scenario(server.Url));

        var frames = _walks.Frames;
        Assert.Equal(Enumerable.Range(1, frames.Count), frames.Select(frame => (int)frame["n"]!));
        Assert.Equal(
            ["open", "text", "text", "text", "text", "text", "text", "text", "close", "close"],
            frames.Select(frame => (string)frame["type"]!)
        );
        Assert.Equal(["in", "in", "out", "in", "in", "in", "in", "in", "out", "in"], frames.Select(frame => (string)frame["dir"]!));
        Assert.Equal((string?)frames[2]["nonce"], (string?)System.Text.Json.Nodes.JsonNode.Parse((string)frames[2]["text"]!)!["nonce"]);
        Assert.Equal(frames.Select(frame => (double)frame["ms"]!).Order(), frames.Select(frame => (double)frame["ms"]!));
        Assert.All(frames.Skip(1).Take(7), frame => Assert.Equal((int)frame["size"]!, Encoding.UTF8.GetByteCount((string)frame["text"]!)));
    }

    [Spec]
    public async Task A_message_in_fragments_is_one_message_even_where_a_character_is_cut()
    {
        await using var server = await AgentServer.StartAsync(session =>
            session.ServeAsync(async () =>
            {
                var message = Encoding.UTF8.GetBytes("""{"type":"note","text":"ä€😀 in pieces"}""");
                foreach (var (index, one) in message.Index())
                {
                    await session.SendAsync([one], WebSocketMessageType.Text, index == message.Length - 1);
                }

                await session.RunAsync();
            })
        );

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.True(result.Passed, result.Failure?.Summary);
        Assert.Contains(_walks.Frames, frame => ((string?)frame["text"])?.Contains("ä€😀 in pieces", StringComparison.Ordinal) == true);
    }

    [Spec]
    public async Task A_message_just_within_the_limit_is_read_as_a_whole()
    {
        _walks.Limits = new RecordingLimits { LargestMessage = 100_000 };
        await using var server = await AgentServer.StartAsync(session =>
            session.ServeAsync(async () =>
            {
                await session.SendAsync($$"""{"type":"note","text":"{{new string('x', 100_000 - 25)}}"}""");
                await session.RunAsync();
            })
        );

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.True(result.Passed, result.Failure?.Summary);
        Assert.Contains(_walks.Frames, frame => (int)frame["size"]! == 100_000 && frame["cut"] is null);
    }

    [Spec]
    public async Task Past_its_limit_a_session_keeps_frames_without_their_text_and_is_judged_all_the_same()
    {
        _walks.Limits = new RecordingLimits { SessionText = 200 };
        await using var server = await AgentServer.StartAsync(session => session.ServeAsync(() => session.RunAsync("canned")));

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.Equal(Causes.EventsCannedAnswer, result.Failure?.Cause);
        Assert.Contains(_walks.Frames, frame => (bool?)frame["cut"] == true && frame["text"] is null && (int)frame["size"]! > 0);
    }

    [Spec]
    public async Task A_flood_is_cut_off()
    {
        _walks.Limits = new RecordingLimits { SessionMessages = 1000 };
        await using var server = await AgentServer.StartAsync(session =>
            session.ServeAsync(async () =>
            {
                while (!session.Http.RequestAborted.IsCancellationRequested)
                {
                    await session.EventAsync("heartbeat");
                }
            })
        );

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.Equal(Causes.EventsMalformed, result.Failure?.Cause);
        Assert.Contains("more than 1,000 messages", result.Failure!.Summary, StringComparison.Ordinal);
    }

    [TableSpec]
    [InlineData("not JSON")]
    [InlineData("[1,2,3]")]
    public async Task Garbage_in_a_text_frame_fails_the_run_with_the_frame(string garbage)
    {
        await using var server = await AgentServer.StartAsync(session =>
            session.ServeAsync(async () =>
            {
                await session.EventAsync("agent_started");
                await session.SendAsync(garbage);
                await session.RunAsync();
            })
        );

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.Equal(Causes.EventsMalformed, result.Failure?.Cause);
        var line = int.Parse(result.Failure!.Evidence[0].Source.Split(':')[1], provider: null);
        Assert.Equal(garbage, (string?)_walks.Frames[line - 1]["text"]);
    }

    [Spec]
    public async Task A_binary_frame_fails_the_run_and_its_bytes_are_kept()
    {
        await using var server = await AgentServer.StartAsync(session =>
            session.ServeAsync(async () =>
            {
                await session.SendAsync([0, 255, 16], WebSocketMessageType.Binary);
                await session.RunAsync();
            })
        );

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.Equal(Causes.EventsMalformed, result.Failure?.Cause);
        Assert.Contains(_walks.Frames, frame => (string?)frame["type"] == "binary" && (string?)frame["text"] == "00ff10");
    }

    [TableSpec]
    [InlineData(Text, "fffe80")]
    [InlineData(Text, "7b22c3")]
    [InlineData((byte)0x83, "00")]
    [InlineData((byte)0xF1, "7b7d")]
    public async Task What_breaks_the_protocol_is_malformed_and_not_merely_a_lost_connection(byte opcode, string hex)
    {
        await using var server = RawServer.Upgrading(
            async (stream, stop) =>
            {
                await RawServer.FrameAsync(stream, opcode, Convert.FromHexString(hex));
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
            }
        );

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url) with { Ready = null });

        Assert.Equal(Causes.EventsMalformed, result.Failure?.Cause);
    }

    [Spec]
    public async Task A_connection_that_breaks_off_in_the_middle_is_told_with_what_came_last()
    {
        await using var server = RawServer.Upgrading(
            (stream, _) => RawServer.FrameAsync(stream, Text, """{"type":"agent_started"}"""u8.ToArray())
        );

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url) with { Ready = null, Send = null });

        Assert.Equal(Causes.ConnectionDropped, result.Failure?.Cause);
        Assert.Equal("agent_started", result.Violations[0].LastEvent);
        Assert.Null(result.Violations[0].CloseCode);
        Assert.Equal("abort", (string?)_walks.Frames[^1]["type"]);
    }

    [TableSpec]
    [InlineData(1000, null)]
    [InlineData(1001, "going away")]
    [InlineData(1011, "internal error")]
    [InlineData(4000, "own code")]
    public async Task A_close_in_the_middle_is_told_with_its_code_and_reason(int code, string? reason)
    {
        await using var server = await AgentServer.StartAsync(session =>
            session.ServeAsync(async () =>
            {
                await session.EventAsync("agent_started");
                await session.CloseAsync(code, reason);
            })
        );

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.Equal(Causes.ConnectionDropped, result.Failure?.Cause);
        Assert.Equal(code, result.Violations[0].CloseCode);
        Assert.Contains(reason ?? "", result.Failure!.Summary, StringComparison.Ordinal);
        Assert.Contains(
            _walks.Frames,
            frame => (string?)frame["type"] == "close" && (int?)frame["code"] == code && (string?)frame["dir"] == "in"
        );
    }

    [Spec]
    public async Task A_server_that_never_says_goodbye_does_not_keep_the_walk()
    {
        await using var server = await AgentServer.StartAsync(async session =>
        {
            await session.ReadyAsync();
            await session.ReceiveAsync();
            await session.RunAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, session.Http.RequestAborted);
        });

        var result = await _walks.WalkAsync(Walks.Scenario(server.Url));

        Assert.True(result.Passed, result.Failure?.Summary);
    }
}
