using System.Runtime.InteropServices;

namespace GoldenPath.Guard.Windows;

/// <summary><c>PROCESS_INFORMATION</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ProcessInformation
{
    public nint Process;
    public nint Thread;
    public int Pid;
    public int ThreadId;
}
