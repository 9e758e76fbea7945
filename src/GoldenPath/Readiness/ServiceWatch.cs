using GoldenPath.Diagnosis;
using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Readiness;

/// <summary>Notices at once when a service ends between its readiness and the teardown.</summary>
/// <remarks>It sees the end of the started process. A service whose process lives on and no longer answers is for the tests to find.</remarks>
/// <param name="time">The clock. Default: the system's.</param>
public sealed class ServiceWatch(TimeProvider? time = null)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Lock _lock = new();
    private readonly List<ServiceEnd> _ends = [];
    private readonly TaskCompletionSource<ServiceEnd> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isStopped;

    /// <summary>Completes as soon as the first service has ended. Never faults.</summary>
    public Task<ServiceEnd> First => _first.Task;

    /// <summary>The services that have ended, in that order.</summary>
    public IReadOnlyList<ServiceEnd> Ends
    {
        get
        {
            lock (_lock)
            {
                return [.. _ends];
            }
        }
    }

    /// <summary>Watches a service from now on.</summary>
    public void Add(ISupervisedProcess process)
    {
        ArgumentNullException.ThrowIfNull(process);
        process.Exited.ContinueWith(
            exited => Note(process, exited.Result), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Looks away: what ends from now on was asked to. Idempotent.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _isStopped = true;
        }
    }

    /// <summary>The failure that an end is, with the test that it broke.</summary>
    /// <param name="end">The end.</param>
    /// <param name="test">The scenario or test that was running; <c>null</c> where none was.</param>
    public static Failure Describe(ServiceEnd end, string? test = null)
    {
        ArgumentNullException.ThrowIfNull(end);
        var report = new ReadinessReport(new() { Service = end.Service, Process = end.Process }, null, new([]));
        return report.Write(
            ProcessEnd.Cause(end.Exit),
            $"Service '{end.Service}' {ProcessEnd.Describe(end.Exit)} {(test is null ? "after it had been ready" : $"during '{test}'")}.",
            [new("Read its log.", $"tail -n 100 '{end.Process.LogFile}'")]) with { Verdict = Verdict.Product, Test = test };
    }

    private void Note(ISupervisedProcess process, ProcessExit exit)
    {
        lock (_lock)
        {
            if (_isStopped)
            {
                return;
            }

            _ends.Add(new(process.Name, exit, _time.GetTimestamp(), _time.GetUtcNow(), process));
            _first.TrySetResult(_ends[0]);
        }
    }
}
