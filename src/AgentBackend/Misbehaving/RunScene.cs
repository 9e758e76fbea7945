using AgentBackend.Sockets;

namespace AgentBackend.Misbehaving;

/// <summary>What a misbehaviour of a run can reach.</summary>
/// <param name="Connection">The connection of the run.</param>
/// <param name="Connections">Everybody's.</param>
/// <param name="Frames">The frames around the events.</param>
/// <param name="Time">The clock.</param>
/// <param name="Delay">How long slow ones take; <c>null</c>: what each says itself.</param>
internal sealed record RunScene(Connection Connection, Connections Connections, Frames Frames, TimeProvider Time, TimeSpan? Delay)
{
    /// <summary>Waits, for as long as the connection is open.</summary>
    public Task WaitAsync(TimeSpan time) => Task.Delay(time, Time, Connection.Closing);
}
