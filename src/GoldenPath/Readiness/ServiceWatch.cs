using GoldenPath.Services;

namespace GoldenPath.Readiness;

/// <summary>Notices at once when a service ends or breaks between its readiness and the teardown.</summary>
/// <remarks>It sees the end of the started process or container, and what its host calls broken. A service whose process lives on and no longer answers is for the tests to find.</remarks>
/// <param name="time">The clock. Default: the system's.</param>
/// <param name="noticed">Is told of each end, at once. Default: nobody.</param>
internal sealed class ServiceWatch(TimeProvider? time = null, Action<ServiceEnd>? noticed = null)
{
    private static readonly TimeSpan HostPatience = TimeSpan.FromSeconds(2);

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
    public void Add(ISupervisedService process)
    {
        ArgumentNullException.ThrowIfNull(process);
        Task.WhenAny(process.Exited, process.Broken)
            .ContinueWith(_ => Note(process), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Looks away: what ends from now on was asked to. Idempotent.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _isStopped = true;
        }
    }

    /// <summary>The failure that an end is, with the test that it broke. Its host speaks first: it may know why.</summary>
    /// <param name="end">The end.</param>
    /// <param name="test">The scenario or test that was running; <c>null</c> where none was.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public static async Task<Failure> DescribeAsync(ServiceEnd end, string? test, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(end);
        var failure = await WordAsync(end, test is null ? "after it had been ready" : $"during '{test}'", cancellationToken);
        return failure with { Test = test };
    }

    /// <summary>The failure that an end is while others are still awaited.</summary>
    /// <param name="end">The end.</param>
    /// <param name="awaited">The services that were not ready yet.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public static async Task<Failure> DescribeAwaitingAsync(
        ServiceEnd end,
        IReadOnlyList<string> awaited,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(end);
        var others =
            awaited.Count == 0
                ? ""
                : $", while {string.Join(", ", awaited.Select(name => $"'{name}'"))} {(awaited.Count == 1 ? "was" : "were")} awaited";
        return await WordAsync(end, $"after it had been ready{others}", cancellationToken);
    }

    private static async Task<Failure> WordAsync(ServiceEnd end, string when, CancellationToken cancellationToken)
    {
        var report = new ReadinessReport(new() { Service = end.Service, Process = end.Process }, null, new([]));
        var left = end.Exit is { } exit ? LeftRunning.By(end.Process, exit) : [];
        return await ExplainAsync(end, cancellationToken) is { } known
            ? report.Complete(known) with
            {
                Summary = $"{known.Summary.TrimEnd('.')} ({when}).",
            }
            : report.Write(
                ProcessEnd.Cause(end.Exit!),
                $"Service '{end.Service}' {ProcessEnd.Describe(end.Exit!)} {when}."
                    + (left.Count == 0 ? "" : $" {LeftRunning.Describe(left, SocketTable.OfThisMachine)}"),
                [
                    .. left.Count == 0 ? [] : LeftRunning.Remedies(end.Service, left),
                    new("Read its log.", FileCommands.ReadEnd(end.Process.LogFile)),
                ]
            );
    }

    private static async Task<Failure?> ExplainAsync(ServiceEnd end, CancellationToken cancellationToken)
    {
        if (end.Exit is null)
        {
            return await end.Process.Broken;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(HostPatience);
        try
        {
            return await end.Process.ExplainAsync(port: null, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private void Note(ISupervisedService process)
    {
        ServiceEnd end;
        lock (_lock)
        {
            if (_isStopped)
            {
                return;
            }

            var exit = process.Exited.IsCompleted ? process.Exited.Result : null;
            end = new(process.Name, exit, _time.GetTimestamp(), _time.GetUtcNow(), process);
            _ends.Add(end);
        }

        _first.TrySetResult(end);
        noticed?.Invoke(end);
    }
}
