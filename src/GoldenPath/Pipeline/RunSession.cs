using GoldenPath.Configuration;
using GoldenPath.Diagnosis.Collecting;
using GoldenPath.Guard.Redaction;
using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Pipeline;

/// <summary>What a run has open: its folder, journal, secrets, time and processes.</summary>
internal sealed class RunSession : IAsyncDisposable
{
    // Stages end by what is left of the budget, and say what they were at; this ends what does not look.
    private static readonly TimeSpan Overtime = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _budget;
    private readonly CancellationTokenSource _end;
    private readonly long _opened;

    public RunSession(
        RunSettings settings,
        RunFolder folder,
        RunClock clock,
        Redactor redactor,
        RunResult? earlier,
        PipelineSignals signals
    )
    {
        Settings = settings;
        Cancelled = signals.Cancelled;
        Folder = folder;
        _opened = clock.Time.GetTimestamp();
        KillsBefore = OutOfMemoryKills.Read();
        Clock = clock;
        Redactor = redactor;
        Journal = new Journal(folder.JournalFile, clock, redactor.Redact);
        Record = new RunRecord(folder, clock, earlier);
        Record.Shard = ShardIdentity.Here(settings.Shard, settings.Root, Environment.GetEnvironmentVariable) ?? Record.Shard;
        Stages = new StageRunner(this, signals);
        _budget = new CancellationTokenSource(settings.Timeout + Overtime, clock.Time);
        _end = CancellationTokenSource.CreateLinkedTokenSource(_budget.Token, signals.Cancelled);
    }

    /// <summary>Opens a new run.</summary>
    /// <exception cref="PipelineException">The disk does not take its folder.</exception>
    public static RunSession Create(RunSettings settings, TimeProvider time, PipelineSignals signals)
    {
        var clock = new RunClock(time);
        try
        {
            var folder = new RunFolders(Path.Combine(settings.Artifacts, "golden-path")).Create(clock.StartedAt);
            return new RunSession(settings, folder, clock, Secrets(settings), null, signals);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException(NoFolder(settings, problem.Message));
        }
    }

    /// <summary>Goes on with a run whose services an earlier command left running.</summary>
    public static RunSession Resume(RunSettings settings, RunFolder folder, TimeProvider time, PipelineSignals signals)
    {
        var earlier = RunJson.TryRead(folder.ResultFile);
        return new RunSession(settings, folder, new RunClock(time, earlier?.StartedAt), Secrets(settings), earlier, signals);
    }

    public RunSettings Settings { get; }

    public RunFolder Folder { get; }

    public RunClock Clock { get; }

    public Redactor Redactor { get; }

    public Journal Journal { get; }

    public RunRecord Record { get; }

    public StageRunner Stages { get; }

    /// <summary>Whom the kernel had ended for want of memory before the run.</summary>
    public OutOfMemoryKills KillsBefore { get; }

    /// <summary>What the file declares; <c>null</c> until it has been read without a problem.</summary>
    public PipelineDefinition? Definition { get; set; }

    /// <summary>Says what the run still waits for; empty where that is not known.</summary>
    public Func<string> Missing { get; set; } = () => "";

    /// <summary>What starts the processes of this command; <c>null</c> until the first one is needed.</summary>
    public GuardedSupervisor? Supervisor { get; set; }

    /// <summary>Ends the stages: the budget is spent, or somebody ended the run.</summary>
    public CancellationToken End => _end.Token;

    /// <summary>Somebody ended the run.</summary>
    public CancellationToken Cancelled { get; }

    /// <summary>What is left of the budget; never less than zero.</summary>
    public TimeSpan Remaining => Settings.Timeout - Clock.Time.GetElapsedTime(_opened) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>How long this command has been at it.</summary>
    public TimeSpan Took => Clock.Time.GetElapsedTime(_opened);

    /// <summary>Whether the run's own budget is spent.</summary>
    public bool BudgetSpent => _budget.IsCancellationRequested;

    /// <summary>What is left to do when all that the run started has ended.</summary>
    public Action? Closing { get; set; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Supervisor is not null)
        {
            await Supervisor.DisposeAsync();
        }

        Stages.Dispose();
        Journal.Dispose();
        _end.Dispose();
        _budget.Dispose();
    }

    /// <summary>What a supervisor must know of this run.</summary>
    public SupervisorOptions SupervisorOptions(IRunConsole console) =>
        new()
        {
            RunId = Folder.RunId,
            Checkout = Settings.Root,
            RunFolder = Folder.Path,
            Redactor = Redactor,
            Warn = console.Warning,
            Time = Clock.Time,
        };

    /// <summary>What evidence is captured of when a stage of this run broke.</summary>
    public CaptureSubject Capture(PipelineDefinition definition, IReadOnlyList<RunningService> running, string stage, Failure failure) =>
        new()
        {
            Settings = Settings,
            Folder = Folder,
            Redactor = Redactor,
            Time = Clock.Time,
            KillsBefore = KillsBefore,
            Definition = definition,
            Running = running,
            Stage = stage,
            Failure = failure,
        };

    private static Redactor Secrets(RunSettings settings)
    {
        var redactor = Guard.Redaction.Redactor.FromEnvironment();
        if (settings.Token is { } token)
        {
            redactor.Add(token);
        }

        return redactor;
    }

    private static Failure NoFolder(RunSettings settings, string problem) =>
        new()
        {
            Cause = Causes.DiskFull,
            Summary = $"The run's folder cannot be made in '{settings.Artifacts}': {problem}",
            Remedies = [new Remedy("See how much room is left", FileCommands.Room(settings.Artifacts))],
        };
}
