using GoldenPath.Diagnosis;
using GoldenPath.Runs;

namespace GoldenPath.Pipeline;

/// <content>The operations beside a run's stages: each is a command of its own, and leaves no run behind.</content>
public sealed partial class PipelineRun
{
    private const string DoctorName = "Doctor";

    /// <summary>Delivers what waits in the outbox, then puts the tracker's open issues in order: merges duplicates, closes what has recovered.</summary>
    /// <param name="outbox">The outbox that a job which may not write left, downloaded by a job that may: it alone is delivered, once everything in it is checked.
    /// Default: the checkout's own.</param>
    /// <exception cref="PipelineException">There is no tracker, it did not do its work, or what is in the outbox is not what a run leaves.</exception>
    public Task TriageAsync(string? outbox = null) =>
        OperateAsync("Triage", () => new TriageOperation(settings, trackers, _console, _time).RunAsync(outbox, _signals.Cancelled));

    /// <summary>Makes one verdict, report and issue out of the run folders of several shards.</summary>
    /// <param name="pattern">The folders, with wildcards; relative to the current folder.</param>
    /// <exception cref="PipelineException">They are not the shards of one run, or its verdict is not green.</exception>
    public async Task MergeAsync(string? pattern)
    {
        Failure? failure = null;
        await OperateAsync(
            "Merge",
            async () =>
            {
                var whole = settings with { Shard = null };
                var merge = new MergeOperation(whole, DefinitionSource.Read(whole).DefinitionOrThrow(), trackers, _console, _time);
                (var result, failure) = await merge.RunAsync(pattern, _signals.Cancelled);
                _exitCode = result.ExitCode;
            }
        );
        if (failure is not null)
        {
            throw new PipelineException(failure);
        }
    }

    /// <summary>Diagnoses a recorded run again, from its folder alone; changes nothing.</summary>
    /// <param name="path">The run's folder, from the current one; <c>null</c>: the newest run's.</param>
    /// <exception cref="PipelineException">There is no such recorded run.</exception>
    public Task ReplayAsync(string? path) =>
        OperateAsync(
            "Replay",
            () =>
                Task.Run(() =>
                    new RecordedRun(Path.GetFullPath(path ?? new RunFolders(Path.Combine(settings.Artifacts, "golden-path")).Latest)).Tell(
                        _console
                    )
                )
        );

    /// <summary>Writes a goldenpath.yml for the repository, from what lies in it, and its schema beside it. Changes nothing that is there.</summary>
    /// <param name="nuke">Whether a build with Nuke is written too.</param>
    /// <param name="workflow">Whether a workflow of GitHub Actions is written too.</param>
    /// <exception cref="PipelineException">A file cannot be written, or the configuration still lacks something: each is told.</exception>
    public Task InitAsync(bool nuke = false, bool workflow = false) =>
        OperateAsync("Init", () => Task.Run(() => new InitStep(settings, console).Run(nuke, workflow)));

    /// <summary>Checks what a run will need; starts and changes nothing.</summary>
    /// <exception cref="PipelineException">A run would fail.</exception>
    public Task ExamineAsync() =>
        OperateAsync(
            DoctorName,
            async () =>
            {
                var examination = await FindingsAsync();
                examination.Tell(_console);
                if (examination.Failure is { } failure)
                {
                    throw new PipelineException(failure);
                }
            }
        );

    /// <summary>The same for programs: what was found, as JSON. A problem is no exception here; <see cref="ExitCode"/> tells.</summary>
    public async Task<string> ExamineToJsonAsync()
    {
        settings.ThrowIfUnusable();
        var examination = await FindingsAsync();
        _exitCode = examination.Failure is { } failure ? Verdicts.Of(DoctorName, failure).ExitCode() : 0;
        return examination.ToJson(_exitCode);
    }

    private async Task<Examination> FindingsAsync() =>
        (await Task.Run(() => new Doctor(settings, _leases, _hosts, trackers, _time).ExamineAsync(_signals.Cancelled))).Worded(
            settings.Command
        );

    // What fails outside of a run's stages has no record that would keep its verdict.
    private async Task OperateAsync(string name, Func<Task> operation)
    {
        try
        {
            if (name != Stages.Teardown) // It needs no parameter, and runs also after what refused one.
            {
                settings.ThrowIfUnusable();
            }

            await operation();
        }
        catch (PipelineException failed)
        {
            _exitCode = Verdicts.Of(name, failed.Failure).ExitCode();
            _answer = CommandAnswer.Of(_exitCode, failed.Failure.Worded(settings.Command));
            throw;
        }
        catch (OperationCanceledException) when (_signals.Cancelled.IsCancellationRequested)
        {
            _exitCode = Verdict.Cancelled.ExitCode();
            _answer = CommandAnswer.Of(
                _exitCode,
                new Failure { Cause = Causes.Unknown, Summary = $"{name} was cancelled by {_signals.Received}." }
            );
            throw;
        }
        catch (Exception surprise) when (surprise is not (OperationCanceledException or OutOfMemoryException))
        {
            _exitCode = Verdict.Inconclusive.ExitCode();
            _answer = CommandAnswer.Of(_exitCode, StageRunner.Unexpected(name, surprise));
            throw;
        }
    }
}
