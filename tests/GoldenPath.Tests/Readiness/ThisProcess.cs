using GoldenPath.Services;

namespace GoldenPath.Tests.Readiness;

/// <summary>The process of the specs, as the service that listens in it.</summary>
internal sealed class ThisProcess(string? log = null) : ISupervisedService
{
    private readonly TaskCompletionSource<ProcessExit> _exited = new();

    public string Name => "backend";

    public int Pid => Environment.ProcessId;

    public Task<ProcessExit> Exited => _exited.Task;

    public string LogFile => log ?? "/nonexistent.log";

    public bool Owns(int pid) => pid == Pid;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
