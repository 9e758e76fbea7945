using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Processes;

namespace GoldenPath.Guard.Launching;

/// <summary>Waits for every child, the adopted ones too, so that exits are told apart and no zombies stay.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class ChildReaper : IDisposable
{
    private readonly Lock _waiting = new();
    private readonly Dictionary<int, Child> _children = [];
    private readonly PosixSignalRegistration _childSignal;

    public ChildReaper() => _childSignal = PosixSignalRegistration.Create(PosixSignal.SIGCHLD, _ => Reap());

    /// <summary>Raised after children have ended, adopted ones too.</summary>
    public event EventHandler? Reaped;

    public void Dispose() => _childSignal.Dispose();

    /// <summary>Starts a child. No exit is waited for meanwhile, so its id is still its own when it is entered.</summary>
    public Child Start(Func<int> spawn)
    {
        lock (_waiting)
        {
            var pid = spawn();
            return _children[pid] = new(ProcessIdentity.Of(pid) ?? new(pid, 0));
        }
    }

    private void Reap()
    {
        lock (_waiting)
        {
            while (Libc.waitpid(-1, out var status, Libc.NoHang) is > 0 and var pid)
            {
                if (_children.Remove(pid, out var child))
                {
                    child.End(Exit(status));
                }
            }
        }
        Reaped?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>The encoding of wait(2), the same on Linux and macOS: the signal in the low seven bits, else the code in the next byte.</summary>
    private static LeasedExit Exit(int status) =>
        (status & 0x7f) is not 0 and var signal ? new(null, signal) : new((status >> 8) & 0xff, null);
}
