using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Pipeline;

/// <summary>Runs the stages of a run one after the other, whatever threads ask for them, and records how they went.</summary>
/// <remarks>Nuke's own handler of Ctrl-C runs the teardown on the signal's thread while a stage still runs: here it waits for its turn,
/// which comes soon, because the signal has cancelled the stage.</remarks>
/// <param name="session">The run.</param>
/// <param name="signals">What ends it.</param>
internal sealed class StageRunner(RunSession session, PipelineSignals signals) : IDisposable
{
    private const int NoSpaceOnUnix = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);
    private const int Block = 4096;
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Runs a stage.</summary>
    /// <param name="name">The target's name.</param>
    /// <param name="work">What it does.</param>
    /// <exception cref="PipelineException">It failed, or somebody ended the run.</exception>
    public async Task RunAsync(string name, Func<Task> work)
    {
        await _turn.WaitAsync(CancellationToken.None);
        var begun = session.Clock.Elapsed;
        var outcome = StageOutcome.Failed;
        try
        {
            session.Journal.Write("stage", $"{name} began");
            await work();
            outcome = StageOutcome.Succeeded;
        }
        catch (OperationCanceledException) when (signals.Cancelled.IsCancellationRequested)
        {
            outcome = StageOutcome.Cancelled;
            throw Failed(name, Cancellation(name));
        }
        catch (PipelineException failure)
        {
            outcome = signals.Cancelled.IsCancellationRequested ? StageOutcome.Cancelled : StageOutcome.Failed;
            throw Failed(name, signals.Cancelled.IsCancellationRequested ? Cancellation(name) : failure.Failure);
        }
        catch (OperationCanceledException) when (session.BudgetSpent)
        {
            throw Failed(name, new SpentBudget(session.Settings).During(name, session.Missing()));
        }
        catch (IOException full) when (full.HResult is NoSpaceOnUnix or NoSpaceOnWindows)
        {
            throw Failed(name, DiskFull(name, full));
        }
        catch (Exception surprise) when (surprise is not OutOfMemoryException)
        {
            session.Record.Fail(name, Unexpected(name, surprise));
            throw;
        }
        finally
        {
            if (signals.Cancelled.IsCancellationRequested)
            {
                // Also where the stage itself came to its end, as a teardown does: somebody wanted the run to end.
                session.Record.Fail(name, Cancellation(name));
            }

            session.Record.Add(name, outcome, begun);
            session.Journal.Write("stage", $"{name} {outcome.ToString().ToLowerInvariant()}");
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private Failure Cancellation(string stage) =>
        new()
        {
            Cause = Causes.Unknown,
            Kind = FailureKind.Cancelled,
            Summary = $"The run was cancelled by {signals.Received} during {stage}.",
        };

    private Failure DiskFull(string stage, IOException full) =>
        new()
        {
            Cause = Causes.DiskFull,
            Summary = $"{stage} could not go on, because the disk is full: {full.Message}",
            Remedies = [SeeRoom],
        };

    // Tests write their results to that disk: where it takes nothing, their failure says nothing about the product.
    private Failure Blamed(Failure seen) =>
        seen.Cause.Name is Causes.TestsFailed or Causes.TestsNoneRan or Causes.TestsTimedOut && HasNoRoom
            ? seen with
            {
                Cause = Causes.DiskFull,
                Summary =
                    $"No space left on device: the disk of '{session.Folder.Root}' is full, so the tests prove nothing. {seen.Summary}",
                Remedies = [SeeRoom, .. seen.Remedies],
            }
            : seen;

    private bool HasNoRoom => new DriveInfo(Path.GetFullPath(session.Folder.Root)) is { IsReady: true, AvailableFreeSpace: < Block };

    private Remedy SeeRoom => new("See how much room is left", FileCommands.Room(session.Folder.Root));

    /// <summary>The failure that an error of the pipeline itself is.</summary>
    public static Failure Unexpected(string stage, Exception surprise) =>
        new()
        {
            Cause = Causes.Unknown,
            Kind = FailureKind.Unexpected,
            Summary = $"{stage} ended by an error of the pipeline itself: {surprise.GetType().Name}: {surprise.Message}",
        };

    // What services and peers said may hold secrets: from here on nobody sees them.
    private PipelineException Failed(string stage, Failure seen)
    {
        var failure = Blamed(seen).Worded(session.Settings.Command).Redacted(session.Redactor.Redact);
        session.Record.Fail(stage, failure);
        session.Journal.Write(
            "failure",
            failure.Summary,
            ("cause", failure.Cause.Name),
            ("verdict", Verdicts.Of(stage, failure).ToString().ToLowerInvariant())
        );
        return new PipelineException(failure);
    }
}
