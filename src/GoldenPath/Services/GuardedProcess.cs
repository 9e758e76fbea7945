using GoldenPath.Guard.Processes;

namespace GoldenPath.Services;

/// <summary>A process that the guard of this run has started.</summary>
internal sealed class GuardedProcess(GuardedSupervisor supervisor, string name, ProcessIdentity process, string logFile)
    : ISupervisedService
{
    private readonly TaskCompletionSource<ProcessExit> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => name;

    public int Pid => process.Pid;

    public ProcessIdentity Identity => process;

    public Task<ProcessExit> Exited => _exited.Task;

    public string LogFile => logFile;

    public bool Owns(int pid) => supervisor.Owns(name, pid);

    public Task StopAsync(CancellationToken cancellationToken) => supervisor.StopAsync(name, cancellationToken);

    public void End(ProcessExit exit) => _exited.TrySetResult(exit);
}
