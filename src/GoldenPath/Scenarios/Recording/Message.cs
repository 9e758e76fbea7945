using System.Net.WebSockets;

namespace GoldenPath.Scenarios.Recording;

/// <summary>A whole WebSocket message, its fragments put together.</summary>
/// <param name="Type">Text, binary or close.</param>
/// <param name="Bytes">What is kept of it; valid until the next one is read.</param>
/// <param name="Size">How large it was.</param>
internal readonly record struct Message(WebSocketMessageType Type, ReadOnlyMemory<byte> Bytes, long Size)
{
    /// <summary>Whether it was larger than what is kept.</summary>
    public bool IsCut => Size > Bytes.Length;
}
