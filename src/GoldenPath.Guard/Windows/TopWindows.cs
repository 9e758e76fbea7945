using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace GoldenPath.Guard.Windows;

/// <summary>Asks programs with windows to close, as the cross in their corner does.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe partial class TopWindows
{
    private const uint Close = 0x10; // WM_CLOSE

    /// <summary>Posts the request to every top window of the processes.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool Ask(IReadOnlyCollection<int> pids)
    {
        var asked = new Asked([.. pids]);
        var handle = GCHandle.Alloc(asked);
        try
        {
            _ = EnumWindows(&Visit, GCHandle.ToIntPtr(handle));
            return asked.Any;
        }
        finally
        {
            handle.Free();
        }
    }

    [UnmanagedCallersOnly]
    private static int Visit(nint window, nint state)
    {
        var asked = (Asked)GCHandle.FromIntPtr(state).Target!;
        _ = GetWindowThreadProcessId(window, out var pid);
        asked.Any |= asked.Pids.Contains(pid) && PostMessage(window, Close, 0, 0) != 0;
        return 1; // Go on.
    }

    [LibraryImport("user32")]
    private static partial int EnumWindows(delegate* unmanaged<nint, nint, int> visit, nint state);

    [LibraryImport("user32")]
    private static partial uint GetWindowThreadProcessId(nint window, out int pid);

    [LibraryImport("user32", EntryPoint = "PostMessageW")]
    private static partial int PostMessage(nint window, uint message, nint first, nint second);

    private sealed class Asked(HashSet<int> pids)
    {
        public HashSet<int> Pids => pids;

        public bool Any { get; set; }
    }
}
