using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace GoldenPath.Guard.Windows;

/// <summary>A standard input that is at its end at once.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe class NullInput
{
    private const uint GenericRead = 0x8000_0000;
    private const uint ShareAll = 7; // FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE
    private const uint OpenExisting = 3;

    /// <summary>Opens it; a child can inherit it.</summary>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    public static SafeFileHandle Open()
    {
        var inherited = new SecurityAttributes { Size = sizeof(SecurityAttributes), InheritHandle = 1 };
        var handle = Kernel32.CreateFile("NUL", GenericRead, ShareAll, &inherited, OpenExisting, 0, 0);
        return handle.IsInvalid ? throw new Win32Exception(Marshal.GetLastPInvokeError()) : handle;
    }
}
