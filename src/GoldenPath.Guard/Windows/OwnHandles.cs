using System.Runtime.Versioning;

namespace GoldenPath.Guard.Windows;

/// <summary>As long as this object lives, a new process gets none of this process's own three streams: a pipe that a shell waits for must
/// not stay open for as long as a guard lives.</summary>
[SupportedOSPlatform("windows")]
internal sealed class OwnHandles : IDisposable
{
    private readonly List<nint> _kept = [];

    public OwnHandles()
    {
        foreach (var which in (int[])[-10, -11, -12]) // STD_INPUT_HANDLE, STD_OUTPUT_HANDLE, STD_ERROR_HANDLE
        {
            var handle = Kernel32.GetStdHandle(which);
            if (
                Kernel32.GetHandleInformation(handle, out var flags)
                && (flags & Kernel32.Inherit) != 0
                && Kernel32.SetHandleInformation(handle, Kernel32.Inherit, 0)
            )
            {
                _kept.Add(handle);
            }
        }
    }

    public void Dispose() => _kept.ForEach(handle => Kernel32.SetHandleInformation(handle, Kernel32.Inherit, Kernel32.Inherit));
}
