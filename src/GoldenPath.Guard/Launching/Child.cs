using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Processes;

namespace GoldenPath.Guard.Launching;

/// <summary>A process whose parent the guard is.</summary>
internal sealed class Child(ProcessIdentity process)
{
    private readonly TaskCompletionSource<LeasedExit> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ProcessIdentity Process => process;

    public Task<LeasedExit> Exited => _exited.Task;

    public void End(LeasedExit exit) => _exited.TrySetResult(exit);
}
