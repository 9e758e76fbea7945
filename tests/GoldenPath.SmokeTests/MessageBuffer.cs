using System.Net.WebSockets;

namespace GoldenPath.SmokeTests;

/// <summary>Puts the parts of a message together.</summary>
internal sealed class MessageBuffer
{
    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <summary>Where the next part goes.</summary>
    public Memory<byte> Room()
    {
        if (_length == _bytes.Length)
        {
            Array.Resize(ref _bytes, _length * 2);
        }

        return _bytes.AsMemory(_length);
    }

    /// <summary>Takes a part; the whole message where it was the last.</summary>
    public byte[]? Take(ValueWebSocketReceiveResult part)
    {
        _length += part.Count;
        if (!part.EndOfMessage)
        {
            return null;
        }

        var whole = _bytes[.._length];
        _length = 0;
        return whole;
    }
}
