using System.Collections.Concurrent;
using System.Net.WebSockets;

namespace AgentBackend.Sockets;

/// <summary>The open connections.</summary>
internal sealed class Connections
{
    private readonly ConcurrentDictionary<string, Connection> _open = new();
    private volatile bool _stopping;

    /// <summary>The open connections, now.</summary>
    public ICollection<Connection> All => _open.Values;

    /// <summary>Whether the service is shutting down.</summary>
    public bool Stopping => _stopping;

    public void Add(Connection connection)
    {
        _open[connection.Id] = connection;
        if (_stopping)
        {
            Leave(connection);
        }
    }

    public void Remove(Connection connection) => _open.TryRemove(connection.Id, out _);

    /// <summary>Closes all with 1001, now and from now on.</summary>
    public void Stop()
    {
        _stopping = true;
        foreach (var connection in _open.Values)
        {
            Leave(connection);
        }
    }

    private static void Leave(Connection connection) =>
        connection.Close(WebSocketCloseStatus.EndpointUnavailable, "the service is shutting down");
}
