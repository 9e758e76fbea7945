using System.Net.WebSockets;

namespace AgentBackend.Sockets;

/// <summary>A message that waits for its turn on the wire.</summary>
/// <param name="Type">Text or binary.</param>
/// <param name="Bytes">What is sent.</param>
internal readonly record struct OutgoingFrame(WebSocketMessageType Type, ReadOnlyMemory<byte> Bytes);
