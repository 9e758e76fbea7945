using Docker.DotNet.Models;

namespace GoldenPath.Docker.Engine;

/// <summary>Follows the engine's events about some containers or images, in their order, until it is disposed of.</summary>
internal sealed class EventPump : IAsyncDisposable
{
    // How far the clock of a remote engine may be ahead or behind.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan BetweenKnocks = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _end = new();
    private readonly Task _pumping;

    private EventPump(EngineConnection engine, ContainerEventsParameters wanted, Action<Message> notice, Action<string> lose) =>
        _pumping = Task.Run(() => PumpAsync(engine, wanted, notice, lose, _end.Token));

    /// <summary>Begins to follow. What already happened to the containers comes first: the engine remembers its latest events.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="filter">The kind of filter, <c>container</c>, <c>label</c> or <c>event</c>, and what it has to match.</param>
    /// <param name="notice">Takes the events, one after the other.</param>
    /// <param name="lose">Is told why, when the engine sends no more.</param>
    /// <param name="since">The moment from which on events count. Default: from before this program connected.</param>
    /// <param name="type">What the events are about. Default: containers.</param>
    public static EventPump Start(
        EngineConnection engine,
        (string Kind, string Value) filter,
        Action<Message> notice,
        Action<string> lose,
        DateTimeOffset? since = null,
        string type = "container"
    )
    {
        var wanted = new ContainerEventsParameters
        {
            Since = EngineTime.Format(since ?? engine.ConnectedAt - Skew),
            Filters = new Dictionary<string, IDictionary<string, bool>>
            {
                ["type"] = new Dictionary<string, bool> { [type] = true },
                [filter.Kind] = new Dictionary<string, bool> { [filter.Value] = true },
            },
        };
        return new EventPump(engine, wanted, notice, lose);
    }

    /// <summary>Follows what happens to networks, too: what takes one away from a container is no event of the container.</summary>
    public static EventPump StartForNetworks(EngineConnection engine, Action<Message> notice, DateTimeOffset? since = null) =>
        Start(engine, ("type", "network"), notice, _ => { }, since, "network");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _pumping;
        _end.Dispose();
    }

    // A stream of events says nothing where nothing happens: neither of an engine that is gone nor of one that is frozen.
    private static async Task WatchEngineAsync(EngineConnection engine, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(BetweenKnocks, TimeProvider.System, cancellationToken);
            if (engine.Address.Certificates is null)
            {
                await EngineDoor.KnockAsync(engine.Address, cancellationToken); // An engine that speaks TLS would call each knock an error.
            }

            await AskAsync(engine, cancellationToken);
        }
    }

    private static async Task AskAsync(EngineConnection engine, CancellationToken cancellationToken)
    {
        try
        {
            await engine.Client.System.PingAsync(cancellationToken).WaitAsync(Patience, TimeProvider.System, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new PipelineException(
                new Failure
                {
                    Cause = Causes.DockerUnreachable,
                    Summary = $"it takes connections, and has answered nothing for {Patience.TotalSeconds:0} s",
                }
            );
        }
    }

    private static async Task PumpAsync(
        EngineConnection engine,
        ContainerEventsParameters wanted,
        Action<Message> notice,
        Action<string> lose,
        CancellationToken cancellationToken
    )
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            // Not every handler lets go of a read that waits when the token asks for it, or when the engine is gone.
            var events = engine.Client.System.MonitorEventsAsync(wanted, new Relay<Message>(Notice), over.Token);
            await await Task.WhenAny(events.WaitAsync(over.Token), WatchEngineAsync(engine, over.Token));
            Lose("its stream of events ended");
        }
        catch (PipelineException e)
        {
            Lose(e.Failure.Summary.TrimEnd('.'));
        }
        catch (Exception e) when (EngineErrors.IsExpected(e))
        {
            Lose(e.GetBaseException().Message.TrimEnd('.'));
        }
        finally
        {
            await over.CancelAsync();
        }

        void Notice(Message message)
        {
            if (!over.IsCancellationRequested)
            {
                notice(message);
            }
        }

        void Lose(string reason)
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                lose(reason);
            }
        }
    }
}
