using System.Collections.Concurrent;
using System.ComponentModel;
using System.Security.Cryptography;
using GoldenPath.Guard.Engine;
using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Processes;
using GoldenPath.Guard.Protocol;
using GoldenPath.Guard.Redaction;
using GoldenPath.Guard.Stopping;
using GoldenPath.Runs;

namespace GoldenPath.Services;

/// <summary>Starts the processes of a run through its guard: a small process of its own, which is their parent, writes down what
/// it started, and ends all of it as soon as this process ends, however that happens.</summary>
public sealed class GuardedSupervisor : ISupervisor
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SweepTime = TimeSpan.FromSeconds(2);

    private readonly SupervisorOptions _options;
    private readonly GuardLine _guard;
    private readonly LeaseStore _store;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StartReport>> _starting = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _stopping = new();
    private readonly ConcurrentDictionary<string, GuardedProcess> _processes = new();
    private readonly ConcurrentDictionary<(string Kind, string Id), LeasedResource> _resources = new();
    private readonly TaskCompletionSource<string?> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<StopReport> _tornDown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Failure> _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Lease _lease;
    private readonly Lazy<Task<TeardownResult>> _teardown;
    private readonly CancellationTokenSource _hurry = new();
    private volatile bool _isReleased;
    private volatile bool _isEnding;

    private GuardedSupervisor(SupervisorOptions options, GuardLine guard)
    {
        (_options, _guard, _store) = (options, guard, new(options.LeaseDirectory ?? LeaseDirectory.Default()));
        _lease = new()
        {
            Schema = Lease.CurrentSchema,
            Id = $"{options.RunId}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}",
            RunId = options.RunId,
            Checkout = options.Checkout,
            RunFolder = options.RunFolder,
            Machine = MachineIdentity.Current,
            Owner = ProcessIdentity.Current,
            Guard = ProcessIdentity.Of(guard.Pid) ?? default,
            Services = [],
            Resources = [],
        };
        _teardown = new(TearDownAsync);
        options.Redactor.SecretAdded += HandOn;
    }

    /// <summary>Completes, with what a run should fail with, when the guard ends although nobody asked it to. The services that it leaves
    /// are ended at once, from the lease.</summary>
    public Task<Failure> Lost => _lost.Task;

    /// <summary>Whether everything is being stopped, or has been.</summary>
    public bool IsEnding => _isEnding;

    /// <summary>The lease of this run: its file's name without the extension.</summary>
    public string LeaseId => _lease.Id;

    /// <summary>Starts the guard of a run.</summary>
    /// <exception cref="PipelineException">The guard cannot be started, or cannot write its lease.</exception>
    public static async Task<GuardedSupervisor> StartAsync(SupervisorOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
#pragma warning disable CA2000 // Dispose objects before losing scope: the supervisor closes the line.
        var guard = Open(options);
#pragma warning restore CA2000
        try
        {
            var supervisor = new GuardedSupervisor(options, guard);
            await supervisor.IntroduceAsync(cancellationToken);
            return supervisor;
        }
        catch
        {
            guard.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<ISupervisedService> StartAsync(ProcessSpec spec, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (_processes.TryGetValue(spec.Name, out var earlier) && !earlier.Exited.IsCompleted)
        {
            throw new ArgumentException($"'{spec.Name}' is running already (pid {earlier.Pid}).", nameof(spec));
        }
        var start = _starting[spec.Name] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _guard.Send(new() { Launch = Order(spec) });
        await Task.WhenAny(start.Task, Lost).WaitAsync(cancellationToken);
        if (!start.Task.IsCompleted)
        {
            throw new PipelineException(await Lost);
        }
        var report = await start.Task;
        return report.Failure is { } failure ? throw new PipelineException(StartFailures.Of(spec, failure)) : _processes[spec.Name];
    }

    /// <summary>Notes where a service answers, for those who attach to it later.</summary>
    public void Announce(string service, string endpoint) => _guard.Send(new() { Endpoint = new(service, endpoint) });

    /// <inheritdoc/>
    public void Add(LeasedResource resource)
    {
        _resources[(resource.Kind, resource.Id)] = resource;
        _guard.Send(new() { AddResource = resource });
    }

    /// <inheritdoc/>
    public void Remove(LeasedResource resource)
    {
        _resources.TryRemove((resource.Kind, resource.Id), out _);
        _guard.Send(new() { RemoveResource = resource });
    }

    /// <summary>Leaves the services running on purpose: the guard goes on without this process until somebody tears the lease down.</summary>
    /// <returns>Whether that could be written down; otherwise they end with this process.</returns>
    public async Task<bool> ReleaseAsync(CancellationToken cancellationToken)
    {
        _guard.Send(new() { Release = true });
        await Task.WhenAny(_released.Task, Lost).WaitAsync(cancellationToken);
        return _isReleased = _released.Task.IsCompleted && await _released.Task;
    }

    /// <summary>Stops everything: who needs others first, independent ones side by side, in 7 s at most. Idempotent.</summary>
    /// <param name="hurry">Ends all grace.</param>
    public async Task<TeardownResult> StopAllAsync(CancellationToken hurry)
    {
        (_isReleased, _isEnding) = (false, true);
        await using var hurrying = hurry.Register(Hurry);
        return await _teardown.Value;
    }

    /// <summary>Removes what an engine still finished making for this run while everything was being stopped. Nothing to do where no engine was used.</summary>
    /// <param name="hurry">Ends all patience with the engine.</param>
    /// <returns>What is left, one line each.</returns>
    public Task<IReadOnlyList<string>> SweepAsync(CancellationToken hurry) =>
        new ResourceRemoval([.. _resources.Values], _options.Time).RunBesideAsync(Task.CompletedTask, SweepTime, hurry);

    /// <summary>Stops everything, unless it was released.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_isReleased)
        {
            await StopAllAsync(CancellationToken.None);
        }
        _options.Redactor.SecretAdded -= HandOn;
        _guard.Dispose();
        _hurry.Dispose();
    }

    internal bool Owns(string name, int pid) => new Lineage(_lease).Find(pid) is { } owned && (owned.Service ?? name) == name;

    internal async Task StopAsync(string name, CancellationToken cancellationToken)
    {
        var stop = _stopping.GetOrAdd(name, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        _guard.Send(new() { Stop = name });
        await Task.WhenAny(stop.Task, Lost, _tornDown.Task).WaitAsync(cancellationToken);
        if (
            Lost.IsCompleted
            && (_store.Find(_lease.Id) ?? _lease) is { } lease
            && lease.Services.FirstOrDefault(service => service.Name == name) is { } left
        )
        {
            await new TreeStop(lease, _options.Time, cancellationToken).StopAsync(left);
        }
    }

    private static GuardLine Open(SupervisorOptions options)
    {
        try
        {
            return GuardLine.Open(options.RunId);
        }
        catch (Exception e) when (e is IOException or Win32Exception)
        {
            throw new PipelineException(StartFailures.NoGuard(e.Message));
        }
    }

    private async Task IntroduceAsync(CancellationToken cancellationToken)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        _guard.Listen(Take);
        _ = ReportEndAsync();
        _guard.Send(new() { Introduction = new(_lease, _store.Directory, _options.Redactor.Secrets, home) });
        await Task.WhenAny(_ready.Task, Lost).WaitAsync(cancellationToken);
        if (!_ready.Task.IsCompleted)
        {
            throw new PipelineException(await Lost);
        }
        if (await _ready.Task is { } refusal)
        {
            throw new PipelineException(StartFailures.NoLease(_store.Directory, refusal));
        }
    }

    private LaunchOrder Order(ProcessSpec spec) =>
        new()
        {
            Name = spec.Name,
            Command = spec.Command,
            Directory = spec.Directory,
            Environment = ChildEnvironment.Compose(Environment.GetEnvironmentVariables(), spec.Environment, _lease.MarkerOf(spec.Name)),
            LogFile = spec.LogFile,
            OpenInput = spec.OpenInput,
            Needs = spec.Needs,
            StopSignal = Signals.Number(spec.Stop.Signal) ?? Signals.Terminate,
            GraceMs = (int)Math.Min(spec.Stop.Grace.TotalMilliseconds, Budget.TotalMilliseconds),
            Port = spec.Port,
        };

    private void Take(GuardReport report)
    {
        switch (report)
        {
            case { Ready: true }:
                _ready.TrySetResult(null);
                break;
            case { Refusal: { } refusal }:
                _ready.TrySetResult(refusal);
                break;
            case { Started: { } started }:
                Enter(started);
                break;
            case { Exited: { } exited } when _processes.TryGetValue(exited.Name, out var process):
                process.End(new(exited.Exit.Code, exited.Exit.Signal));
                break;
            case { Stopped: { Name: null } tornDown }:
                EndWith(tornDown);
                break;
            case { Stopped: { Name: { } name } } when _stopping.TryRemove(name, out var stop):
                stop.TrySetResult();
                break;
            case { Released: { } released }:
                _released.TrySetResult(released);
                break;
            case { Note: { } note }:
                _options.Warn(note);
                break;
        }
    }

    /// <summary>An end that this run did not ask for is a failure of it.</summary>
    private void EndWith(StopReport report)
    {
        _tornDown.TrySetResult(report);
        if (!_isEnding)
        {
            _lost.TrySetResult(StartFailures.GuardLost("somebody asked it to end the run"));
        }
    }

    private void Enter(StartReport report)
    {
        if (report is { Failure: null, Process: var process })
        {
            _lease = _lease with
            {
                Services =
                [
                    .. _lease.Services,
                    new()
                    {
                        Name = report.Name,
                        Process = process,
                        LogFile = "",
                        Needs = [],
                        StopSignal = Signals.Terminate,
                        GraceMs = 0,
                    },
                ],
            };
            _processes[report.Name] = new(this, report.Name, process, report.LogFile);
        }
        if (_starting.TryRemove(report.Name, out var start))
        {
            start.TrySetResult(report);
        }
    }

    private void Hurry()
    {
        _hurry.Cancel();
        _guard.Send(new() { Hurry = true });
    }

    private async Task<TeardownResult> TearDownAsync()
    {
        var start = _options.Time.GetTimestamp();
        _guard.Send(new() { StopAll = (int)Budget.TotalMilliseconds });
        await Task.WhenAny(_tornDown.Task, Lost, Task.Delay(Budget + Slack, _options.Time, CancellationToken.None));
        if (_tornDown.Task.IsCompleted)
        {
            var report = await _tornDown.Task;
            return TeardownResult.Of(_options.Time.GetElapsedTime(start), report.Leftovers);
        }
        return await new LeaseTeardown(_store, _options.Time).EndAsync(_store.Find(_lease.Id) ?? _lease, _hurry.Token);
    }

    /// <summary>A guard that ends before it was asked to is a failure of the run. What it leaves has nobody to answer for it, and is ended.</summary>
    private async Task ReportEndAsync()
    {
        var how = await _guard.Ended;
        if (!_tornDown.Task.IsCompleted && !_isReleased)
        {
            _lost.TrySetResult(StartFailures.GuardLost(how));
            await _teardown.Value;
        }
        foreach (var process in _processes.Values)
        {
            process.End(new(null, null));
        }
    }

    private void HandOn(object? sender, SecretAddedEventArgs added) => _guard.Send(new() { Secret = added.Secret });
}
