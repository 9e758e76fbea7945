using System.Runtime.InteropServices;

namespace GoldenPath.Guard.Processes;

/// <summary><c>struct pollfd</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PollDescriptor
{
    public int Descriptor;
    public short Wanted;
    public short Happened;
}
