using System.Diagnostics.CodeAnalysis;
using GoldenPath.Runs;
using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Walking;

/// <summary>The events of a session across its connections, kept as they are taken.</summary>
internal sealed class EventFeed(WalkContext context)
{
    private readonly List<AgentEvent> _taken = [];
    private RecordedConnection? _connection;

    /// <summary>All events taken so far.</summary>
    public IReadOnlyList<AgentEvent> Taken => _taken;

    /// <summary>Whether nothing more can come.</summary>
    public bool HasEnded => _connection is null || _connection.Events.Completion.IsCompleted;

    /// <summary>Goes on with another connection.</summary>
    public void Follow(RecordedConnection connection)
    {
        Drain();
        _connection = connection;
    }

    /// <summary>Takes the next event, if one is there.</summary>
    public bool TryTake([NotNullWhen(true)] out AgentEvent? one)
    {
        if (_connection is null || !_connection.Events.TryRead(out one))
        {
            one = null;
            return false;
        }

        _taken.Add(one);
        return true;
    }

    /// <summary>Waits for an event to be there.</summary>
    /// <returns>Whether one is; <c>false</c> when the time was up or nothing more can come.</returns>
    public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        // Every session runs into its last deadline: an exception for each would cost more than the judgement.
        var coming = _connection!.Events.WaitToReadAsync(CancellationToken.None).AsTask();
        var waiting = coming.WaitAsync(Deadline.Within(atMost), context.Clock.Time, cancellationToken);
        await ((Task)waiting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return waiting.IsCompletedSuccessfully && await waiting;
    }

    /// <summary>How the connection ended; <c>null</c> while it is open.</summary>
    public async Task<SessionEnd?> EndAsync() => _connection!.Events.Completion.IsCompleted ? await _connection.Ended : null;

    /// <summary>Takes everything that is there.</summary>
    public void Drain()
    {
        while (TryTake(out _)) { }
    }
}
