using GoldenPath.Diagnosis;
using GoldenPath.Services;

namespace GoldenPath.Runs;

/// <summary>Runs the stages of a run one after the other, whatever threads ask for them, and records how they went.</summary>
/// <remarks>Nuke's own handler of Ctrl-C runs the teardown on the signal's thread while a stage still runs: here it waits for its turn,
/// which comes soon, because the signal has cancelled the stage.</remarks>
internal sealed class StageRunner(RunClock clock, Journal journal, RunRecord record, PipelineSignals signals, Func<string, string> redact) : IDisposable
{
    private const int NoSpaceOnUnix = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Runs a stage.</summary>
    /// <param name="name">The target's name.</param>
    /// <param name="work">What it does.</param>
    /// <exception cref="PipelineException">It failed, or somebody ended the run.</exception>
    public async Task RunAsync(string name, Func<Task> work)
    {
        await _turn.WaitAsync(CancellationToken.None);
        var begun = clock.Elapsed;
        var outcome = StageOutcome.Failed;
        try
        {
            journal.Write("stage", $"{name} began");
            await work();
            outcome = StageOutcome.Succeeded;
        }
        catch (OperationCanceledException) when (signals.Cancelled.IsCancellationRequested)
        {
            outcome = StageOutcome.Cancelled;
            throw Failed(Cancellation());
        }
        catch (PipelineException failure)
        {
            outcome = signals.Cancelled.IsCancellationRequested ? StageOutcome.Cancelled : StageOutcome.Failed;
            throw Failed(signals.Cancelled.IsCancellationRequested ? Cancellation() : failure.Failure);
        }
        catch (IOException full) when (full.HResult is NoSpaceOnUnix or NoSpaceOnWindows)
        {
            throw Failed(DiskFull(name, full));
        }
        catch (Exception surprise) when (surprise is not OutOfMemoryException)
        {
            record.Fail(Unexpected(name, surprise));
            throw;
        }
        finally
        {
            if (signals.Cancelled.IsCancellationRequested)
            {
                // Also where the stage itself came to its end, as a teardown does: somebody wanted the run to end.
                record.Fail(Cancellation());
            }

            record.Add(name, outcome, begun);
            journal.Write("stage", $"{name} {outcome.ToString().ToLowerInvariant()}");
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private Failure Cancellation() => new()
    {
        Cause = Causes.Unknown,
        Verdict = Verdict.Cancelled,
        Summary = $"The run was cancelled by {signals.Received}.",
    };

    private static Failure DiskFull(string stage, IOException full) => new()
    {
        Cause = Causes.DiskFull,
        Verdict = Verdict.Environment,
        Summary = $"{stage} could not go on, because the disk is full: {full.Message}",
        Remedies = [new Remedy("See how much room is left", "df -h")],
    };

    private static Failure Unexpected(string stage, Exception surprise) => new()
    {
        Cause = Causes.Unknown,
        Verdict = Verdict.Inconclusive,
        Summary = $"{stage} ended by an error of the pipeline itself: {surprise.GetType().Name}: {surprise.Message}",
    };

    // What services and peers said may hold secrets: from here on nobody sees them.
    private PipelineException Failed(Failure seen)
    {
        var failure = seen.Redacted(redact);
        record.Fail(failure);
        journal.Write("failure", failure.Summary, ("cause", failure.Cause), ("verdict", failure.Verdict.ToString().ToLowerInvariant()));
        return new PipelineException(failure);
    }
}
