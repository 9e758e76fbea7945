using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Stopping;

namespace GoldenPath.Services;

/// <summary>A process that an earlier command started and kept, watched from this one.</summary>
internal sealed class AttachedProcess : ISupervisedService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan ExitIsEntered = TimeSpan.FromSeconds(1);

    private readonly Lease _lease;
    private readonly LeasedService _service;
    private readonly LeaseStore _store;
    private readonly TimeProvider _time;

    public AttachedProcess(Lease lease, LeasedService service, LeaseStore store, TimeProvider time)
    {
        (_lease, _service, _store, _time) = (lease, service, store, time);
        Exited = WatchAsync();
    }

    public string Name => _service.Name;

    public int Pid => _service.Process.Pid;

    public Task<ProcessExit> Exited { get; }

    public string LogFile => _service.LogFile;

    public bool Owns(int pid) => new Lineage(_lease).Find(pid) is { } owned && (owned.Service ?? Name) == Name;

    public async Task StopAsync(CancellationToken cancellationToken) =>
        await new TreeStop(_lease, _time, cancellationToken).StopAsync(_service);

    private async Task<ProcessExit> WatchAsync()
    {
        while (_service.Process.IsAlive)
        {
            await Task.Delay(LookAgain, _time);
        }
        var start = _time.GetTimestamp();
        while (_time.GetElapsedTime(start) < ExitIsEntered && _lease.Guard.IsAlive && EnteredExit() is null)
        {
            await Task.Delay(LookAgain, _time);
        }
        return EnteredExit() is { } exit ? new(exit.Code, exit.Signal) : new(null, null);
    }

    /// <summary>Only the guard saw how it ended, and entered it into the lease.</summary>
    private LeasedExit? EnteredExit() =>
        _store.Find(_lease.Id)?.Services.FirstOrDefault(service => service.Process == _service.Process)?.Exit;
}
