using AgentBackend.Accounts;
using AgentBackend.Agents;
using AgentBackend.Misbehaving;
using AgentBackend.Sockets;

namespace AgentBackend.Sessions;

/// <summary>One user's connection from the greeting to the goodbye. Several runs may go on in it side by side.</summary>
internal sealed class Session(
    Connection connection,
    Account account,
    Agent agent,
    Frames frames,
    AgentSettings settings,
    Connections connections,
    TimeProvider time,
    ILogger log
)
{
    private const int MostRuns = 16;

    private readonly List<Task> _runs = [];
    private readonly RunScene _scene = new(connection, connections, frames, time, settings.Delay);

    public async Task RunAsync(CancellationToken aborted)
    {
        log.Opened(Frames.Shorten(connection.Id), account.Id);
        if (settings.Misbehaviours.Greets)
        {
            await connection.SendAsync(frames.Established(account.Id, connection.Id));
        }

        var beating = BeatAsync();
        await foreach (var message in connection.ReadAsync(aborted))
        {
            await HandleAsync(ClientMessage.Parse(message.Span));
        }

        await beating;
        await Task.WhenAll(_runs);
        log.Ended(Frames.Shorten(connection.Id), account.Id, connection.Farewell?.Reason ?? "closed");
    }

    private ValueTask HandleAsync(ClientMessage? message) =>
        message switch
        {
            null => connection.SendAsync(frames.Error("INVALID_MESSAGE", "A message is a JSON object with a 'type'.")),
            { Type: "user_message" } => StartAsync(message, "content"),
            { Type: "start_agent" } => StartAsync(message, "user_request"),
            { Type: "ping" } => connection.SendAsync(frames.Pong(message.Body["id"])),
            { Type: "heartbeat" } => connection.SendAsync(frames.HeartbeatReply()),
            { Type: "pong" or "heartbeat_ack" } => ValueTask.CompletedTask,
            _ => connection.SendAsync(frames.Acknowledgement(message.Type)),
        };

    private async ValueTask StartAsync(ClientMessage message, string field)
    {
        if (message.Body.Text(field) is not { } text || string.IsNullOrWhiteSpace(text))
        {
            await connection.SendAsync(
                frames.Error("INVALID_MESSAGE", $"A '{message.Type}' has its text in '{field}', at the root or in 'payload'.")
            );
        }
        else if (Busy())
        {
            await connection.SendAsync(frames.Error("TOO_MANY_RUNS", $"A connection has {MostRuns} runs at a time. Wait for one to end."));
        }
        else
        {
            _runs.Add(WalkAsync(new AgentRun(account.Id, message.Body.Text("thread_id"), time), text));
        }
    }

    private async Task WalkAsync(AgentRun run, string text)
    {
        var (began, count) = (time.GetTimestamp(), 0);
        try
        {
            var events = settings.Misbehaviours.Distort(agent.RunAsync(run, text, connection.Closing), _scene);
            await foreach (var frame in settings.Envelope(events).WithCancellation(connection.Closing))
            {
                await connection.SendAsync(frame);
                count++;
            }

            log.Finished(Frames.Shorten(run.RunId), account.Id, count, time.GetElapsedTime(began).TotalMilliseconds);
        }
        catch (OperationCanceledException)
        {
            // The user has left.
        }
        catch (Exception unexpected) when (unexpected is not OutOfMemoryException) // One run's fault must not end the others, nor go unseen.
        {
            log.Failed(unexpected, Frames.Shorten(run.RunId), account.Id);
            await FailAsync(run);
        }
    }

    private async Task FailAsync(AgentRun run)
    {
        var failed = run.Event(AgentEvent.Error, ("error", "The agent failed unexpectedly; the service's log says more."));
        await foreach (var frame in settings.Envelope(new[] { failed }.ToAsyncEnumerable()))
        {
            await connection.SendAsync(frame);
        }
    }

    private async Task BeatAsync()
    {
        using var timer = new PeriodicTimer(settings.Heartbeat, time);
        try
        {
            while (await timer.WaitForNextTickAsync(connection.Closing))
            {
                await connection.SendAsync(frames.Heartbeat());
            }
        }
        catch (OperationCanceledException)
        {
            // The connection is closing.
        }
    }

    private bool Busy()
    {
        _runs.RemoveAll(run => run.IsCompleted);
        return _runs.Count >= MostRuns;
    }
}
