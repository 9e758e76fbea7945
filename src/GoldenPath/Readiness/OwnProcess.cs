using GoldenPath.Services;

namespace GoldenPath.Readiness;

/// <summary>This process, in the place of a service that it waits for.</summary>
internal sealed class OwnProcess : ISupervisedService
{
    /// <inheritdoc/>
    public string Name => "rehearsal";

    /// <inheritdoc/>
    public int Pid => Environment.ProcessId;

    /// <inheritdoc/>
    public Task<ProcessExit> Exited { get; } = new TaskCompletionSource<ProcessExit>().Task;

    /// <inheritdoc/>
    public string LogFile => "";

    /// <inheritdoc/>
    public bool Owns(int pid) => pid == Pid;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
