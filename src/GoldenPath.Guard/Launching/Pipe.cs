using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using GoldenPath.Guard.Processes;
using GoldenPath.Guard.Protocol;
using Microsoft.Win32.SafeHandles;

namespace GoldenPath.Guard.Launching;

/// <summary>A pipe between the guard and a child. The child inherits an end only where it is told to.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed unsafe class Pipe : IDisposable
{
    public Pipe()
    {
        var descriptors = stackalloc int[2];
        // On macOS, posix_spawn itself keeps everything else from the child.
        if ((OperatingSystem.IsLinux() ? Libc.pipe2(descriptors, Libc.CloseOnExec) : Libc.pipe(descriptors)) != 0)
        {
            throw new LaunchException(
                LaunchFailureKind.System,
                $"The system refused a pipe: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}"
            );
        }
        Reader = new(descriptors[0], ownsHandle: true);
        Writer = new(descriptors[1], ownsHandle: true);
    }

    public SafeFileHandle Reader { get; }

    public SafeFileHandle Writer { get; }

    public void Dispose()
    {
        Reader.Dispose();
        Writer.Dispose();
    }
}
