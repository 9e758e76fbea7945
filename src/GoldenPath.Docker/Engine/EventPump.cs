using Docker.DotNet.Models;

namespace GoldenPath.Docker.Engine;

/// <summary>Follows the engine's events about some containers or images, in their order, until it is disposed of.</summary>
internal sealed class EventPump : IAsyncDisposable
{
    // How far the clock of a remote engine may be ahead or behind.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

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
        string type = "container")
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

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _pumping;
        _end.Dispose();
    }

    private static async Task PumpAsync(
        EngineConnection engine,
        ContainerEventsParameters wanted,
        Action<Message> notice,
        Action<string> lose,
        CancellationToken cancellationToken)
    {
        try
        {
            await engine.Client.System.MonitorEventsAsync(wanted, new Relay<Message>(notice), cancellationToken);
            Lose("its stream of events ended");
        }
        catch (Exception e) when (EngineErrors.IsExpected(e))
        {
            Lose(e.GetBaseException().Message.TrimEnd('.'));
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
