using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace GoldenPath.Guard.Windows;

/// <summary>A job object: a process and all that it brings about, from which none of them can break away. When its last handle is closed,
/// as at the end of the process that made it, however that ends, the system ends all of them.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class Job : IDisposable
{
    private const int MostPids = 4096;

    private readonly SafeFileHandle _handle = Kernel32.CreateJobObject(0, name: null);

    /// <exception cref="Win32Exception">The system refuses it.</exception>
    public Job()
    {
        // Without the second flag, a crash may open a dialog box that nobody closes.
        var limits = new JobLimits { Flags = Kernel32.KillOnClose | Kernel32.DieOnException };
        if (_handle.IsInvalid || !Kernel32.SetInformationJobObject(_handle, Kernel32.ExtendedLimits, &limits, sizeof(JobLimits)))
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    public void Dispose() => _handle.Dispose();

    /// <exception cref="Win32Exception">The system refuses it.</exception>
    public void Add(SafeProcessHandle process)
    {
        if (!Kernel32.AssignProcessToJobObject(_handle, process))
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>Whether a process is in it.</summary>
    public bool Holds(SafeProcessHandle process) => Kernel32.IsProcessInJob(process, _handle, out var isIn) && isIn;

    /// <summary>Ends everything in it at once.</summary>
    public bool Terminate(int exitCode) => Kernel32.TerminateJobObject(_handle, exitCode);

    /// <summary>The living processes in it.</summary>
    public IReadOnlyList<int> Pids()
    {
        var buffer = new nuint[MostPids + 1]; // Two counts of 32 bits, then the ids as wide as pointers.
        fixed (nuint* list = buffer)
        {
            return Kernel32.QueryInformationJobObject(_handle, Kernel32.BasicProcessIds, list, buffer.Length * sizeof(nuint), out _)
                ? Listed((uint*)list)
                : [];
        }
    }

    private static int[] Listed(uint* list)
    {
        var pids = new int[list[1]];
        for (var i = 0; i < pids.Length; i++)
        {
            pids[i] = (int)((nuint*)(list + 2))[i];
        }
        return pids;
    }
}
