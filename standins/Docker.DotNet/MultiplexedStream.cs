using System.Buffers.Binary;
using System.Text;

namespace Docker.DotNet;

/// <summary>An engine's stream of output. Without a terminal it is cut in frames: one byte stream, three zeroes, a big-endian length.</summary>
public class MultiplexedStream(Stream stream, bool multiplexed) : IDisposable
{
    private readonly byte[] _header = new byte[8];
    private TargetStream _target;
    private int _remaining;

    public enum TargetStream
    {
        StandardIn,
        StandardOut,
        StandardError,
    }

    public async Task<ReadResult> ReadOutputAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        if (!multiplexed)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(offset, count), cancellationToken);
            return new ReadResult { Count = read, Target = TargetStream.StandardOut };
        }

        while (_remaining == 0)
        {
            if (!await ReadHeaderAsync(cancellationToken))
            {
                return default;
            }
        }

        var taken = await stream.ReadAsync(buffer.AsMemory(offset, Math.Min(count, _remaining)), cancellationToken);
        if (taken == 0)
        {
            throw new EndOfStreamException();
        }

        _remaining -= taken;
        return new ReadResult { Count = taken, Target = _target };
    }

    public async Task<(string stdout, string stderr)> ReadOutputToEndAsync(CancellationToken cancellationToken)
    {
        using var standardOutput = new MemoryStream();
        using var standardError = new MemoryStream();
        var buffer = new byte[81920];
        for (;;)
        {
            var result = await ReadOutputAsync(buffer, 0, buffer.Length, cancellationToken);
            if (result.EOF)
            {
                return (Encoding.UTF8.GetString(standardOutput.ToArray()), Encoding.UTF8.GetString(standardError.ToArray()));
            }

            var part = result.Target == TargetStream.StandardError ? standardError : standardOutput;
            await part.WriteAsync(buffer.AsMemory(0, result.Count), cancellationToken);
        }
    }

    public void Dispose()
    {
        stream.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<bool> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        var read = await stream.ReadAtLeastAsync(_header, _header.Length, throwOnEndOfStream: false, cancellationToken);
        if (read == 0)
        {
            return false;
        }

        if (read < _header.Length)
        {
            throw new EndOfStreamException();
        }

        _target = (TargetStream)_header[0];
        _remaining = checked((int)BinaryPrimitives.ReadUInt32BigEndian(_header.AsSpan(4)));
        return true;
    }

    public struct ReadResult
    {
        public int Count { get; set; }

        public TargetStream Target { get; set; }

        public readonly bool EOF => Count == 0;
    }
}
