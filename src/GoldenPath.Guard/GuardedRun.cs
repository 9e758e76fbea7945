using System.Collections.Concurrent;
using GoldenPath.Guard.Engine;
using GoldenPath.Guard.Launching;
using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Processes;
using GoldenPath.Guard.Protocol;
using GoldenPath.Guard.Redaction;
using GoldenPath.Guard.Stopping;

namespace GoldenPath.Guard;

/// <summary>One run in the guard's hands, from its owner's introduction to the verified end.</summary>
internal sealed class GuardedRun : IDisposable
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UntilRehearsal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(2);

    private readonly TimeProvider _time = TimeProvider.System;
    private readonly OwnerLine _owner;
    private readonly LeaseLedger _ledger;
    private readonly Redactor _redactor;
    private readonly ServiceLauncher _launcher;
    private readonly ConcurrentDictionary<string, GuardedService> _services = new();
    private readonly Lazy<Task> _rehearsal;
    private readonly CancellationTokenSource _hurry = new();
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _ending = new();
    private bool _isReleased;
    private Task? _end;

    public GuardedRun(OwnerLine owner, LeaseLedger ledger, Redactor redactor, IChildren children)
    {
        (_owner, _ledger, _redactor) = (owner, ledger, redactor);
        _launcher = new(children, redactor, note => owner.Send(new() { Note = note }));
        _rehearsal = new(() => ReportedAsync(RehearseAsync()));
        children.Reaped += (_, _) => CompleteWhenNothingIsLeft();
    }

    /// <summary>Completes when there is nothing left to guard.</summary>
    public Task Completion => _completion.Task;

    public void Dispose() => _hurry.Dispose();

    /// <summary>The end of everything; <c>null</c> as long as nobody asked for it.</summary>
    private Task? Ending
    {
        get
        {
            lock (_ending)
            {
                return _end;
            }
        }
    }

    /// <summary>Does what the owner asks for, in the order of asking; stops go on in the background. Never throws: without a guard
    /// nothing would be guarded.</summary>
    public void Handle(GuardCommand command)
    {
        try
        {
            Do(command);
        }
#pragma warning disable CA1031 // Catch more specific exceptions: a fault in one order must not end the guard of the others.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Report(e);
        }
    }

    /// <summary>The owner will say nothing any more: unless it released the services, they end with it.</summary>
    public void OwnerIsGone()
    {
        if (!_isReleased)
        {
            End(Budget);
        }
    }

    /// <summary>Somebody asks for the end, as a teardown from another process does.</summary>
    public void Terminate() => End(Budget);

    /// <summary>Somebody asks for the end without any grace.</summary>
    public void Hurry()
    {
        _hurry.Cancel();
        End(Budget);
    }

    private void Do(GuardCommand command)
    {
        switch (command)
        {
            case { Launch: { } order }:
                Launch(order);
                break;
            case { Stop: { } name }:
                _ = ReportedAsync(StopAsync(name));
                break;
            case { StopAll: { } budgetMs }:
                End(TimeSpan.FromMilliseconds(budgetMs));
                break;
            case { Hurry: true }:
                _hurry.Cancel();
                break;
            case { Release: true }:
                Release();
                break;
            case { Secret: { } secret }:
                _redactor.Add(secret);
                break;
            case { Endpoint: { } endpoint }:
                Enter(endpoint.Name, service => service with { Endpoint = endpoint.Endpoint });
                break;
            case { AddResource: { } added }:
                TryChange(lease => lease with { Resources = [.. lease.Resources, added] });
                break;
            case { RemoveResource: { } removed }:
                TryChange(lease =>
                    lease with
                    {
                        Resources = [.. lease.Resources.Where(known => (known.Kind, known.Id) != (removed.Kind, removed.Id))],
                    }
                );
                break;
        }
    }

    private void Launch(LaunchOrder order)
    {
        try
        {
            var service = Start(order);
            _owner.Send(new() { Started = new(order.Name, order.LogFile, service.Child.Process, null) });
            service.Watched = ReportedAsync(WatchAsync(service));
            _ = _rehearsal.Value;
        }
        catch (LaunchException e)
        {
            _owner.Send(new() { Started = new(order.Name, order.LogFile, default, e.Failure) });
        }
    }

    /// <summary>Nothing starts beside the end of a run, where it would be overlooked, nor for an owner that died after asking.</summary>
    private GuardedService Start(LaunchOrder order)
    {
        lock (_ending)
        {
            if (_end is not null || !_ledger.Current.Owner.IsAlive)
            {
                throw new LaunchException(LaunchFailureKind.System, "The run is being ended.");
            }
            var service = _launcher.Launch(order);
            _services[order.Name] = service;
            Enter(service);
            return service;
        }
    }

    /// <summary>What no lease names must not run.</summary>
    private void Enter(GuardedService service)
    {
        try
        {
            _ledger.Change(lease =>
                lease with
                {
                    Services = [.. lease.Services.Where(known => known.Name != service.Lease.Name), service.Lease],
                }
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ProcessSignal.SendToGroup(service.Child.Process, Signals.Kill);
            throw new LaunchException(
                LaunchFailureKind.Disk,
                $"The lease of the run cannot be written, so nothing may be started: {e.Message}"
            );
        }
    }

    private async Task WatchAsync(GuardedService service)
    {
        var exit = await service.Child.Exited;
        var start = _time.GetTimestamp();
        while (!service.Output.IsDrained && _time.GetElapsedTime(start) < DrainTime)
        {
            await Task.Delay(LookAgain, _time);
        }
        _owner.Send(new() { Exited = new(service.Lease.Name, exit) });
        Enter(service.Lease.Name, entered => entered.Process == service.Lease.Process ? entered with { Exit = exit } : entered);
        service.IsOver = true;
        CompleteWhenNothingIsLeft();
    }

    /// <summary>While services boot there is time to prepare for their end.</summary>
    private async Task RehearseAsync()
    {
        await Task.Delay(UntilRehearsal, _time);
        await new TreeStop(_ledger.Current, _time, _hurry.Token).RehearseAsync();
    }

    private async Task StopAsync(string name)
    {
        if (Ending is { } ending)
        {
            await ending; // It is being stopped with all others; asked twice, a program may take it for a demand to drop everything.
        }
        IReadOnlyList<string> leftovers = [];
        if (_services.TryGetValue(name, out var service))
        {
            leftovers = await new TreeStop(_ledger.Current, _time, _hurry.Token).StopAsync(service.Lease);
            await Task.WhenAny(service.Watched, Task.Delay(DrainTime, _time));
        }
        _owner.Send(new() { Stopped = new(name, leftovers) });
    }

    private void End(TimeSpan budget)
    {
        lock (_ending)
        {
            _end ??= Task.Run(() => ReportedAsync(EndAsync(budget)).ContinueWith(_ => _completion.TrySetResult(), TaskScheduler.Default));
        }
    }

    private async Task EndAsync(TimeSpan budget)
    {
        _ledger.Close();
        var processes = new TreeStop(_ledger.Current, _time, _hurry.Token).StopAllAsync(budget);
        var resources = new ResourceRemoval(_ledger.Current.Resources, _time).RunBesideAsync(processes, budget, _hurry.Token);
        List<string> leftovers = [.. await processes];
        leftovers.AddRange(await OpenLogsAsync());
        leftovers.AddRange(await resources);
        await ReportedEndsAsync();
        if (leftovers.Count == 0 && _ledger.Delete() is { } kept)
        {
            leftovers.Add(kept);
        }
        _owner.Send(new() { Stopped = new(null, leftovers) });
    }

    /// <summary>How each service ended is told before the last word.</summary>
    private async Task ReportedEndsAsync() =>
        await Task.WhenAny(Task.WhenAll(_services.Values.Select(service => service.Watched)), Task.Delay(DrainTime, _time));

    private async Task<IReadOnlyList<string>> OpenLogsAsync()
    {
        await Task.WhenAny(Task.WhenAll(_services.Values.Select(service => service.Output.Closed)), Task.Delay(DrainTime, _time));
        return
        [
            .. _services
                .Values.Where(service => !service.Output.Closed.IsCompleted)
                .Select(service => $"The output of '{service.Lease.Name}' is still held open by a process that is not known."),
        ];
    }

    private void Release()
    {
        _isReleased = TryChange(lease => lease with { Kept = true });
        _owner.Send(new() { Released = _isReleased });
        CompleteWhenNothingIsLeft();
    }

    /// <summary>A guard without owner and without processes has nothing left to do; its lease goes on saying how they ended.</summary>
    private void CompleteWhenNothingIsLeft()
    {
        if (
            _isReleased
            && Ending is null
            && _services.Values.All(service => service.IsOver)
            && new Lineage(_ledger.Current).Alive().Count == 0
        )
        {
            _completion.TrySetResult();
        }
    }

    private void Enter(string name, Func<LeasedService, LeasedService> change) =>
        TryChange(lease =>
            lease with
            {
                Services = [.. lease.Services.Select(service => service.Name == name ? change(service) : service)],
            }
        );

    private bool TryChange(Func<Lease, Lease> change)
    {
        try
        {
            _ledger.Change(change);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _owner.Send(new() { Note = $"The lease of the run cannot be written: {e.Message}" });
            return false;
        }
    }

    private async Task ReportedAsync(Task work)
    {
        try
        {
            await work;
        }
#pragma warning disable CA1031 // Catch more specific exceptions: nobody awaits this work, and the guard must live on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Report(e);
        }
    }

    private void Report(Exception fault) => _owner.Send(new() { Note = $"The guard met a fault of its own: {fault.Message}" });
}
