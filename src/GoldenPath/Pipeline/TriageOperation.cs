using GoldenPath.Guard.Redaction;
using GoldenPath.Reporting;
using GoldenPath.Runs;
using GoldenPath.Triage;

namespace GoldenPath.Pipeline;

/// <summary>The triage as a command of its own: what a schedule does, and what a trusted job does for one that may not write.</summary>
/// <param name="settings">What the command asks for.</param>
/// <param name="trackers">Opens the tracker of a repository; <c>null</c> where this build has none.</param>
/// <param name="console">Where a person is told.</param>
/// <param name="time">Where time comes from.</param>
internal sealed class TriageOperation(RunSettings settings, TrackerFactory? trackers, IRunConsole console, TimeProvider time)
{
    private readonly Func<string, string?> _variable = Environment.GetEnvironmentVariable;

    /// <summary>Delivers, and puts the open issues in order.</summary>
    /// <param name="foreign">The downloaded outbox of a run of somebody else's code, which alone is delivered then; <c>null</c>: this checkout's own.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="PipelineException">There is no tracker, it did not do its work, or the outbox is not what a run leaves.</exception>
    public async Task RunAsync(string? foreign, CancellationToken cancellationToken)
    {
        try
        {
            await (foreign is null ? TriageAsync(cancellationToken) : DeliverAsync(Path.GetFullPath(foreign), cancellationToken));
        }
        catch (TrackerException problem)
        {
            throw Failed($"Triage did not do its work: {problem.Message}");
        }
    }

    private Task<TriageResult> TriageAsync(CancellationToken cancellationToken) =>
        Filing(DefinitionSource.Read(settings).Definition?.Issues.Repository, new()).TriageAsync(cancellationToken);

    private async Task DeliverAsync(string foreign, CancellationToken cancellationToken)
    {
        var definition = DefinitionSource.Read(settings).DefinitionOrThrow();
        var run =
            TriggeringRun.Read(_variable)
            ?? throw Misused("--outbox is for a job that the end of a workflow run started (on: workflow_run).");
        if (
            !string.Equals(run.Repository, _variable("GITHUB_REPOSITORY"), StringComparison.OrdinalIgnoreCase)
            || run.Event != "pull_request"
        )
        {
            throw Misused("--outbox takes what a pull request of this repository left, and the run that started this job is none.");
        }

        // An issue that is closed stays so: somebody else's code shows nothing of this repository's.
        var filing = Filing(definition.Issues.Repository, new() { ReopenWithin = TimeSpan.Zero });
        try
        {
            var result = await filing.FileForeignAsync(new ForeignOutbox(foreign), run, definition, cancellationToken);
            Tell(result, run);
        }
        catch (RefusedDeliveryException refused)
        {
            throw Failed($"What the run of a pull request left in its outbox is refused: {refused.Message}. Nothing was written.");
        }
    }

    private void Tell(IssueResult result, TriggeringRun run)
    {
        if (ActionsJob.IsHere(_variable) && _variable("GITHUB_STEP_SUMMARY") is { Length: > 0 } page)
        {
            var text = new OutsideText(Redactor.FromEnvironment());
            File.AppendAllText(
                page,
                result.Url is { } url
                    ? $"Issue [{result.Number}]({url}) {result.Action.ToString().ToLowerInvariant()} for a pull request of {text.Code(run.Head)}.\n"
                    : $"The run of {text.Code(run.Head)} left nothing to deliver.\n"
            );
        }
    }

    private IncidentFiling Filing(string? repository, LifecyclePolicy policy) =>
        new(
            FilingSetup.Options(settings, repository, GitCheckout.Read(settings.Root), trackers) with
            {
                Policy = policy,
            },
            Redactor.FromEnvironment(),
            console,
            time
        );

    private static PipelineException Failed(string summary) => new(new Failure { Cause = Causes.Unknown, Summary = summary });

    private static PipelineException Misused(string summary) =>
        new(
            new Failure
            {
                Cause = Causes.Unknown,
                Kind = FailureKind.Misconfigured,
                Summary = summary,
            }
        );
}
