using System.Runtime.Versioning;
using GoldenPath.Guard.Windows;

namespace GoldenPath.Guard.Launching;

/// <summary>A child's output on Windows.</summary>
[SupportedOSPlatform("windows")]
internal sealed class PipedOutput(OutputPipe pipe) : IChildOutput
{
    public void Dispose() => pipe.Dispose();

    public bool IsReadable(int timeoutMs) => pipe.IsReadable(timeoutMs);

    public int Read(byte[] block) => pipe.Read(block);
}
