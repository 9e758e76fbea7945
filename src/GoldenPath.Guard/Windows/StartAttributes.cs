using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace GoldenPath.Guard.Windows;

/// <summary>A list of attributes for a new process, which says that it inherits just the named handles, whatever else could be inherited.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class StartAttributes : IDisposable
{
    /// <param name="handles">The handles; they must stay in place as long as this object.</param>
    /// <param name="count">How many they are.</param>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    public StartAttributes(nint* handles, int count)
    {
        nuint size = 0;
        Kernel32.InitializeProcThreadAttributeList(0, 1, 0, ref size);
        Pointer = (nint)NativeMemory.Alloc(size);
        if (
            !Kernel32.InitializeProcThreadAttributeList(Pointer, 1, 0, ref size)
            || !Kernel32.UpdateProcThreadAttribute(Pointer, 0, Kernel32.HandleList, handles, (nuint)(count * sizeof(nint)), 0, 0)
        )
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    public nint Pointer { get; }

    public void Dispose()
    {
        Kernel32.DeleteProcThreadAttributeList(Pointer);
        NativeMemory.Free((void*)Pointer);
    }
}
