using System.Runtime.InteropServices;

namespace GoldenPath.Guard.Windows;

/// <summary><c>SECURITY_ATTRIBUTES</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SecurityAttributes
{
    public int Size;
    public nint Descriptor;
    public int InheritHandle;
}
