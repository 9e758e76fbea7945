using System.Net.WebSockets;

namespace AgentBackend.Sockets;

/// <summary>How a connection is closed.</summary>
/// <param name="Status">The close code.</param>
/// <param name="Reason">Why, in a few words.</param>
internal sealed record Farewell(WebSocketCloseStatus Status, string Reason);
