using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using GoldenPath.Guard.Processes;
using GoldenPath.Guard.Protocol;
using Microsoft.Win32.SafeHandles;

namespace GoldenPath.Guard.Launching;

/// <summary>A pipe from a child's standard output and standard error. The child inherits the writing end only where it is told to.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed unsafe class OutputPipe : IDisposable
{
    public OutputPipe()
    {
        var descriptors = stackalloc int[2];
        // On macOS, posix_spawn itself keeps everything else from the child.
        if ((OperatingSystem.IsLinux() ? Libc.pipe2(descriptors, Libc.CloseOnExec) : Libc.pipe(descriptors)) != 0)
        {
            throw new LaunchException(LaunchFailureKind.System, $"The system refused a pipe: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
        }
#pragma warning disable CA2000 // Dispose objects before losing scope: the stream closes its handle.
        Reader = new(new SafeFileHandle(descriptors[0], ownsHandle: true), FileAccess.Read, bufferSize: 0);
#pragma warning restore CA2000
        Writer = new(descriptors[1], ownsHandle: true);
    }

    public FileStream Reader { get; }

    public SafeFileHandle Writer { get; }

    public void Dispose()
    {
        Reader.Dispose();
        Writer.Dispose();
    }
}
