using GoldenPath.Reporting.Answers;
using GoldenPath.Runs;
using GoldenPath.Services;
using GoldenPath.Triage;

namespace GoldenPath.Pipeline;

/// <summary>One execution of the pipeline: the operations behind the targets.</summary>
/// <remarks>Every operation may be called by itself, in a process of its own: services that an earlier command left running are
/// taken up again, and <see cref="EndCommandAsync"/> decides what becomes of them. Signals (INT, TERM, HUP, QUIT) cancel the stage that
/// runs; then the services are stopped, once, whoever asks for it.</remarks>
/// <param name="settings">What the command asks for.</param>
/// <param name="console">Where a person is told what goes on.</param>
/// <param name="hosts">What starts services. Default: processes only.</param>
/// <param name="trackers">What opens the tracker. Default: none; incidents wait in the outbox.</param>
/// <param name="time">Where time comes from. Default: the system's.</param>
public sealed partial class PipelineRun(
    RunSettings settings,
    IRunConsole console,
    IReadOnlyList<IServiceHost>? hosts = null,
    TrackerFactory? trackers = null,
    TimeProvider? time = null
) : IAsyncDisposable
{
    private readonly PipelineSignals _signals = new();
    private readonly IRunConsole _console = JobConsole.For(console);
    private readonly LeaseRegistry _leases = new(warn: JobConsole.For(console).Warning);
    private readonly Lock _gate = new();
    private readonly IReadOnlyList<IServiceHost> _hosts = hosts ?? [new ProcessHost()];
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private RunSession? _session;
    private ServiceStage? _services;
    private RunTeardown? _end;
    private Task? _teardown;
    private int _exitCode;
    private Answer? _answer;

    /// <summary>The stages that this command will still run, the current one excluded.</summary>
    public IReadOnlyList<string> Planned { get; set; } = [];

    /// <summary>The exit code of this command so far.</summary>
    public int ExitCode => _session?.Record.ExitCode is > 0 and var code ? code : _exitCode;

    /// <summary>The result so far; <c>null</c> where nothing has been begun.</summary>
    public RunResult? Result => _session?.Record.ToResult();

    private bool HasIncident => _session?.Record.Failure is { IsIncident: true };

    /// <summary>The whole pipeline: every stage in its order, and the teardown whatever happened. A failure is told when it happens.</summary>
    /// <exception cref="PipelineException">One failed: the first that did.</exception>
    public async Task RunAllAsync()
    {
        PipelineException? first = null;
        foreach (var (index, stage) in Stages.All.Index())
        {
            Planned = [.. Stages.All.Skip(index + 1)];
            try
            {
                if (HasWork(stage) && (first is null || !Stages.Proving.Contains(stage)))
                {
                    await JobConsole.FoldedAsync(_console, stage, () => RunAsync(stage));
                }
            }
            catch (PipelineException failure)
            {
                first ??= failure;
            }
        }

        if (first is not null)
        {
            throw first;
        }
    }

    /// <summary>The stages up to one of those that prove something. Then the services go on running; after a failure, which is told when it happens, what was started is stopped.</summary>
    /// <param name="last">The last stage to run.</param>
    /// <exception cref="PipelineException">One failed.</exception>
    public async Task RunThroughAsync(string last)
    {
        var stages = Stages.Through(last);
        foreach (var (index, stage) in stages.Index())
        {
            Planned = [.. stages.Skip(index + 1)];
            var failed = true;
            try
            {
                await RunAsync(stage);
                failed = false;
            }
            finally
            {
                await EndCommandAsync(failed);
            }
        }
    }

    /// <summary>Runs one stage.</summary>
    /// <remarks><c>StartServices</c> reads the file and starts what it declares, or takes up what runs already. <c>Diagnose</c> and <c>FileIssue</c> have nothing to do where
    /// nothing broke, or somebody cancelled the run; <c>ResolveIssue</c> where nothing was proved, or there is no token. None of the three changes the verdict.
    /// <c>Teardown</c> is idempotent, and a quiet success where nothing runs.</remarks>
    /// <param name="stage">A name of <see cref="Stages"/>.</param>
    /// <exception cref="PipelineException">It failed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such stage.</exception>
    public Task RunAsync(string stage) =>
        stage switch
        {
            Stages.StartServices => OperateAsync(stage, StartServicesAsync),
            Stages.WaitForPort8002 => StageAsync(stage, session => _services!.WaitUntilReadyAsync(session.End)),
            Stages.SmokeTests => StageAsync(stage, session => new SmokeStage(session, _services!, _console).RunAsync(session.Cancelled)),
            Stages.Diagnose => HasIncident ? StageAsync(stage, session => DiagnosisStage.RunAsync(session, _console)) : Task.CompletedTask,
            Stages.FileIssue => HasIncident
                ? StageAsync(stage, session => BesideTeardown(new FilingStage(session, trackers, _console).FileAsync()))
                : Task.CompletedTask,
            Stages.ResolveIssue => MayResolve
                ? StageAsync(stage, session => BesideTeardown(new FilingStage(session, trackers, _console).ResolveAsync()))
                : Task.CompletedTask,
            Stages.Teardown => TeardownAsync(),
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "There is no such stage."),
        };

    /// <summary>Says what becomes of the services when a command's last stage is over: after a failure, what this command started is stopped;
    /// otherwise it is left running. Nothing to do where a teardown is still planned or done.</summary>
    /// <param name="failed">Whether the stage failed.</param>
    public async Task EndCommandAsync(bool failed)
    {
        if (_session is null || _teardown is not null || Planned.Contains(Stages.Teardown) || (!failed && Planned.Count > 0))
        {
            return;
        }

        if (failed && HasIncident)
        {
            await RunAsync(Stages.Diagnose);
        }

        await (failed ? _end!.StopOwnAsync() : _end!.LeaveAsync());
        Conclude(_session);
    }

    /// <summary>What the command came to, for the very end of what is printed. Waits for a teardown that is under way.</summary>
    /// <returns>The answer; <c>null</c> where there is nothing to say that has not been told.</returns>
    public async Task<Answer?> AnswerAsync()
    {
        if (_session is not null && (_teardown is not null || _signals.Cancelled.IsCancellationRequested))
        {
            await TeardownAsync().ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        return _session is { } session ? CommandAnswer.Of(session, _end) : _answer;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _services?.Dispose();
        if (_session is not null)
        {
            await _session.DisposeAsync();
        }

        _signals.Dispose();
    }

    private bool HasWork(string stage) =>
        stage switch
        {
            Stages.Diagnose or Stages.FileIssue => HasIncident,
            Stages.ResolveIssue => MayResolve,
            _ => true,
        };

    private bool MayResolve =>
        _session?.Record is { Failure: null, Proved: true } && settings.Token is { Length: > 0 } && trackers is not null;

    private async Task StartServicesAsync()
    {
        var source = DefinitionSource.Read(settings);
        var kept = source.Definition is { } declared
            ? await KeptServices.FindAsync(declared, settings.Root, _leases, _hosts, _signals.Cancelled)
            : null;
        _session ??= kept is null
            ? RunSession.Create(settings, _time, _signals)
            : RunSession.Resume(settings, kept.Folder, _time, _signals);
        Arm(_session);
        _console.Information(RunHeadline.Of(settings, _session.Folder));
        await StageAsync(
            Stages.StartServices,
            async session =>
            {
                session.Definition = source.DefinitionOrThrow();
                session.Record.Name = session.Definition.Name;
                await new Sweep(_leases, _console).RunAsync(session, _signals.Cancelled);
                _end!.Services = _services = new ServiceStage(session, session.Definition, _hosts, _console);
                session.Missing = _services.Missing;
                await _services.StartAsync(kept, session.End);
            }
        );
    }

    private async Task StageAsync(string name, Func<RunSession, Task> work)
    {
        var session = _session ?? throw new InvalidOperationException($"{Stages.StartServices} comes before {name}.");
        try
        {
            await session.Stages.RunAsync(name, () => work(session));
        }
        catch (PipelineException failed)
        {
            session.Record.AddSkipped(Planned.Intersect(Stages.Proving));
            await new FailedStage(session, name, failed.Failure, _console).TellAsync(_services?.Running ?? []);
            if (failed.Failure.Kind == FailureKind.Cancelled)
            {
                await TeardownAsync();
            }

            throw;
        }
        finally
        {
            TakeServices(session);
        }

        if (_signals.Cancelled.IsCancellationRequested)
        {
            await TeardownAsync(); // A stage that came to its end all the same: whoever goes on from here may end this process.
        }
    }

    private void Arm(RunSession session)
    {
        if (_end is null)
        {
            JobConsole.Mask(session.Redactor, _console);
            _end = new RunTeardown(session, _leases, _signals, _console);
            _signals.Cancelling += (_, _) =>
            {
                _end.Begin();
                _console.Information("Stopping … (Ctrl-C again ends at once)");
            };
        }
    }

    // A tracker that takes its time holds nothing back: whatever it does, the services are stopped meanwhile.
    private Task BesideTeardown(Task filing)
    {
        if (Planned.Contains(Stages.Teardown) && !settings.Keep)
        {
            _end!.Begin();
        }

        return filing;
    }

    private Task TeardownAsync()
    {
        lock (_gate)
        {
            return _teardown ??= _session is { } session
                ? TeardownAsync(session)
                : OperateAsync(Stages.Teardown, () => new KeptTeardown(_leases, settings.Root, _console, _time).RunAsync(_signals.Hurried));
        }
    }

    private async Task TeardownAsync(RunSession session)
    {
        try
        {
            var keep = settings.Keep && !_signals.Cancelled.IsCancellationRequested;
            await session.Stages.RunAsync(Stages.Teardown, () => keep ? _end!.LeaveAsync() : _end!.StopAsync());
        }
        finally
        {
            Conclude(session);
        }
    }

    private void Conclude(RunSession session)
    {
        TakeServices(session);
        session.Closing?.Invoke();
        new Conclusion(session, _console).Write();
    }

    private void TakeServices(RunSession session) =>
        session.Record.Services = [.. _services?.Running.Select(service => service.ToResult()) ?? session.Record.Services];
}
