using GoldenPath.Diagnosis;
using GoldenPath.Diagnosis.Collecting;
using GoldenPath.Guard.Redaction;
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
public sealed class PipelineRun(
    RunSettings settings,
    IRunConsole console,
    IReadOnlyList<IServiceHost>? hosts = null,
    TrackerFactory? trackers = null,
    TimeProvider? time = null) : IAsyncDisposable
{
    private readonly PipelineSignals _signals = new();
    private readonly LeaseRegistry _leases = new(warn: console.Warning);
    private readonly Lock _gate = new();
    private readonly IReadOnlyList<IServiceHost> _hosts = hosts ?? [new ProcessHost()];
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private RunSession? _session;
    private ServiceStage? _services;
    private RunEnding? _ending;
    private Task? _teardown;

    /// <summary>The stages that this command will still run, the current one excluded.</summary>
    public IReadOnlyList<string> Planned { get; set; } = [];

    /// <summary>The exit code of this command so far.</summary>
    public int ExitCode => _session?.Record.ExitCode ?? 0;

    /// <summary>The result so far; <c>null</c> where nothing has been begun.</summary>
    public RunResult? Result => _session?.Record.ToResult();

    /// <summary>Reads the file and starts what it declares. What runs already is taken up again.</summary>
    /// <exception cref="PipelineException">The file has problems, or a service could not be started.</exception>
    public async Task StartServicesAsync()
    {
        var source = DefinitionSource.Read(settings);
        var kept = source.Definition is { } declared ? await KeptServices.FindAsync(declared, settings.Root, _leases, _hosts, _signals.Cancelled) : null;
        _session ??= kept is null
            ? RunSession.Create(settings, _time, _signals)
            : RunSession.Resume(settings, kept.Folder, _time, _signals);
        BeginEndingOnSignals(_session);
        console.Information($"Run {_session.Folder.RunId}: {Shown(_session.Folder.Path)}");
        await StageAsync(Stages.StartServices, async session =>
        {
            session.Definition = source.DefinitionOrThrow();
            session.Record.Name = session.Definition.Name;
            await SweepAsync(session);
            _services = new ServiceStage(session, session.Definition, _hosts, console);
            await _services.StartAsync(kept, session.End);
        });
    }

    /// <summary>Waits until every service is proved ready.</summary>
    /// <exception cref="PipelineException">One did not become ready.</exception>
    public Task WaitUntilReadyAsync() => StageAsync(Stages.WaitForPort8002, session => _services!.WaitUntilReadyAsync(session.End));

    /// <summary>Walks the scenarios, then runs the test commands.</summary>
    /// <exception cref="PipelineException">One failed, or nothing was proved.</exception>
    public Task SmokeTestsAsync() => StageAsync(Stages.SmokeTests, session => new SmokeStage(session, _services!, console).RunAsync(session.Cancelled));

    /// <summary>Says why the run broke. Nothing to do where it did not, or was cancelled.</summary>
    public Task DiagnoseAsync() => HasIncident ? StageAsync(Stages.Diagnose, session => DiagnosisStage.RunAsync(session, console)) : Task.CompletedTask;

    /// <summary>Files the incident. Nothing to do where there is none, or the run was cancelled. Never changes the verdict.</summary>
    public Task FileIssueAsync() => HasIncident ? StageAsync(Stages.FileIssue, session => BesideTeardown(new FilingStage(session, trackers, console).FileAsync())) : Task.CompletedTask;

    /// <summary>Tells the tracker that the path works again. Nothing to do where nothing was proved, or there is no token.</summary>
    public Task ResolveIssueAsync() => _session?.Record is { Failure: null, Proved: true } && settings.Token is { Length: > 0 } && trackers is not null
        ? StageAsync(Stages.ResolveIssue, session => BesideTeardown(new FilingStage(session, trackers, console).ResolveAsync()))
        : Task.CompletedTask;

    /// <summary>Delivers what waits in the outbox, then puts the tracker's open issues in order: merges duplicates, closes what has recovered.</summary>
    /// <exception cref="PipelineException">There is no tracker, or it did not do its work.</exception>
    public async Task TriageAsync()
    {
        var options = FilingSetup.Options(settings, DefinitionSource.Read(settings).Definition?.Issues.Repository, GitCheckout.Read(settings.Root), trackers);
        try
        {
            await new IncidentFiling(options, Redactor.FromEnvironment(), console, _time).TriageAsync(_signals.Cancelled);
        }
        catch (TrackerException problem)
        {
            throw new PipelineException(new Failure { Cause = Causes.Unknown, Verdict = Verdict.Environment, Summary = $"Triage did not do its work: {problem.Message}" });
        }
    }

    /// <summary>Diagnoses a recorded run again, from its folder alone; changes nothing.</summary>
    /// <param name="path">The run's folder; <c>null</c>: the newest run's.</param>
    /// <exception cref="PipelineException">There is no such recorded run.</exception>
    public Task ReplayAsync(string? path) =>
        Task.Run(() => new RecordedRun(Path.GetFullPath(path ?? Path.Combine(settings.Artifacts, "golden-path", "latest"), settings.Root)).Tell(console));

    /// <summary>Checks what a run will need; starts and changes nothing.</summary>
    /// <exception cref="PipelineException">A run would fail.</exception>
    public Task ExamineAsync() => Task.Run(() => new Doctor(settings, _leases, _hosts, console).ExamineAsync(_signals.Cancelled));

    /// <summary>Stops what this project started in this checkout, and verifies it. Idempotent; a quiet success where nothing runs.</summary>
    /// <exception cref="PipelineException">Something is left.</exception>
    public Task TeardownAsync()
    {
        lock (_gate)
        {
            return _teardown ??= TeardownOnceAsync();
        }
    }

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
            await DiagnoseAsync();
        }

        await (failed ? StopOwnAsync() : LeaveAsync(_session));
        Write(_session);
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

    private bool HasIncident => _session?.Record.Failure is { Verdict: not (Verdict.Cancelled or Verdict.Configuration) };

    private async Task StageAsync(string name, Func<RunSession, Task> work)
    {
        var session = _session ?? throw new InvalidOperationException($"{Stages.StartServices} comes before {name}.");
        try
        {
            await session.Stages.RunAsync(name, () => work(session));
        }
        catch (PipelineException failure)
        {
            session.Record.AddSkipped(Planned.Intersect(Stages.Proving));
            Tell(name, failure.Failure);
            await CaptureAsync(session, name, failure.Failure);
            if (failure.Failure.Verdict == Verdict.Cancelled)
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

    // At once: what can be seen of a failure fades.
    private async Task CaptureAsync(RunSession session, string stage, Failure failure)
    {
        if (!Stages.Proving.Contains(stage) || !HasIncident || session.Definition is not { } definition)
        {
            return;
        }

        try
        {
            var subject = session.Capture(definition, _services?.Running ?? [], stage, failure);
            foreach (var omitted in await new EvidenceCapture(subject).CaptureAsync())
            {
                console.Warning($"Evidence is missing: {omitted}");
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            console.Warning($"The evidence cannot be kept: {problem.Message}");
        }
    }

    private void TakeServices(RunSession session) =>
        session.Record.Services = [.. _services?.Running.Select(service => service.ToResult()) ?? session.Record.Services];

    // The smoke stage has told its own, step by step.
    private void Tell(string stage, Failure failure)
    {
        foreach (var line in stage == Stages.SmokeTests ? [] : failure.Details)
        {
            console.Information("  " + line);
        }
    }

    private async Task TeardownOnceAsync()
    {
        if (_session is null)
        {
            await new KeptTeardown(_leases, settings.Root, console, _time).RunAsync(_signals.Hurried);
            return;
        }

        try
        {
            var keep = settings.Keep && !_signals.Cancelled.IsCancellationRequested;
            await _session.Stages.RunAsync(Stages.Teardown, () => keep ? LeaveAsync(_session) : StopAsync(_session));
        }
        finally
        {
            Write(_session);
        }
    }

    // What dead runs left behind is in the way of this one: their ports, their memory.
    private async Task SweepAsync(RunSession session)
    {
        var swept = await _leases.SweepAsync(_signals.Cancelled);
        if (swept.Runs.Count > 0)
        {
            console.Information($"Ended what {swept.Runs.Count} killed run(s) had left: {string.Join(", ", swept.Runs)}");
            session.Journal.Write("sweep", string.Join(", ", swept.Runs));
        }

        foreach (var leftover in swept.Leftovers)
        {
            console.Warning(leftover);
        }

        new RunFolders(session.Folder.Root).Prune([session.Folder.RunId, .. _leases.All().Select(lease => lease.RunId)]);
    }

    private async Task StopAsync(RunSession session)
    {
        _services?.StopWatching();
        var (_, took, leftovers) = session.Record.Teardown = await _ending!.CompleteAsync(_services?.TookUp == true);
        session.Journal.Write("teardown", leftovers.Count == 0 ? "nothing is left" : string.Join("; ", leftovers));
        if (leftovers.Count > 0)
        {
            throw new PipelineException(Leftovers(leftovers));
        }

        console.Information($"Stopped and verified in {took / 1000.0:0.00} s: nothing is left running.");
    }

    private Task<TeardownResult> StopOwnAsync()
    {
        _services?.StopWatching();
        return _ending!.StopOwnAsync();
    }

    // What is deaf to signals takes its grace: all of it from the first moment on, not one after the other as the stages come to their end.
    private void BeginEndingOnSignals(RunSession session)
    {
        _ending ??= new RunEnding(session, _leases, _signals);
        _signals.Cancelling += (_, _) => BeginEnding();
    }

    private void BeginEnding()
    {
        if (_ending is { IsLeft: false } ending)
        {
            _services?.StopWatching();
            _ = ending.StopAllAsync(_services?.TookUp == true);
        }
    }

    // A tracker that takes its time holds nothing back: whatever it does, the services are stopped meanwhile.
    private Task BesideTeardown(Task filing)
    {
        if (Planned.Contains(Stages.Teardown) && !settings.Keep)
        {
            BeginEnding();
        }

        return filing;
    }

    private async Task LeaveAsync(RunSession session)
    {
        _ending!.IsLeft = true;
        _services?.StopWatching();
        if (_services?.Started == true)
        {
            await session.Supervisor!.ReleaseAsync(CancellationToken.None);
        }
        else
        {
            await StopOwnAsync();
        }

        console.Information($"The services go on running; end them with: {settings.Command} {Stages.Teardown}");
    }

    private void Write(RunSession session)
    {
        TakeServices(session);
        try
        {
            var result = session.Record.ToResult();
            ShowOnJobPage(new ResultWriter(session.Folder, session.Redactor).Write(result));
            console.Information($"Verdict: {result.Verdict.ToString().ToLowerInvariant()}{(result.Diagnosis is { } diagnosis ? $" ({diagnosis.Cause})" : "")}; all of it is in {Shown(session.Folder.Path)}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            var unwritable = Unwritable(session, problem.Message);
            session.Record.Fail(unwritable);
            console.Error(unwritable.Summary);
        }

        if (session.Journal.Problem is { } incomplete)
        {
            console.Warning($"{Shown(session.Folder.JournalFile)} is incomplete: {incomplete}");
        }
    }

    private static Failure Unwritable(RunSession session, string problem) => new()
    {
        Cause = Causes.DiskFull,
        Verdict = Verdict.Environment,
        Summary = $"The result cannot be written to '{session.Folder.Path}': {problem} See how much room is left: df -h '{session.Folder.Root}'",
    };

    // The page is a courtesy: where it cannot be written, the run ends as it would have.
    private void ShowOnJobPage(string summary)
    {
        try
        {
            if (Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } page)
            {
                File.AppendAllText(page, summary);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            console.Warning($"The job's summary page cannot be written: {problem.Message}");
        }
    }

    private string Shown(string path) => Path.GetRelativePath(settings.Root, path);

    internal static Failure Leftovers(IReadOnlyList<string> leftovers) => new()
    {
        Cause = Causes.Unknown,
        Verdict = Verdict.Environment,
        Summary = $"The teardown left something behind: {string.Join("; ", leftovers)}",
        Details = leftovers,
    };
}
