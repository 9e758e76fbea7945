using System.Runtime.Versioning;
using GoldenPath.Guard.Processes;
using Microsoft.Win32.SafeHandles;

namespace GoldenPath.Guard.Launching;

/// <summary>A child's output in a pipe that <c>poll</c> can wait for.</summary>
/// <param name="reader">The reading end.</param>
[UnsupportedOSPlatform("windows")]
internal sealed class PolledOutput(SafeFileHandle reader) : IChildOutput
{
    private readonly FileStream _stream = new(reader, FileAccess.Read, bufferSize: 0);
    private readonly int _descriptor = (int)reader.DangerousGetHandle();

    public void Dispose() => _stream.Dispose();

    /// <summary>An interrupted wait counts as readable: reading then simply waits itself.</summary>
    public bool IsReadable(int timeoutMs)
    {
        var descriptor = new PollDescriptor { Descriptor = _descriptor, Wanted = Libc.Readable };
        return Libc.poll(ref descriptor, 1, timeoutMs) != 0;
    }

    public int Read(byte[] block) => _stream.Read(block);
}
