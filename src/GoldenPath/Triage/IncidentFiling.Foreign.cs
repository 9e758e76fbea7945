using GoldenPath.Configuration;
using GoldenPath.Reporting;
using GoldenPath.Runs;

namespace GoldenPath.Triage;

/// <content>What a trusted job does for one that may not write.</content>
internal sealed partial class IncidentFiling
{
    /// <summary>Files what a run of somebody else's code left, once everything about it is checked.</summary>
    /// <param name="outbox">Where it was downloaded to.</param>
    /// <param name="run">The run that left it, as GitHub tells of it.</param>
    /// <param name="pipeline">The pipeline of this repository.</param>
    /// <param name="cancellationToken">Ends it early; the next run of the pull request reports anew.</param>
    /// <returns>What was done; nothing where it left nothing.</returns>
    /// <exception cref="RefusedDeliveryException">It is not what a run of this pipeline leaves.</exception>
    /// <exception cref="TrackerException">There is no tracker, or it did not do its work.</exception>
    public async Task<IssueResult> FileForeignAsync(
        ForeignOutbox outbox,
        TriggeringRun run,
        PipelineDefinition pipeline,
        CancellationToken cancellationToken
    )
    {
        if (outbox.Read() is not { } left)
        {
            console.Information("The run left nothing to deliver.");
            return new();
        }

        var delivery = new ForeignDelivery(run, pipeline, new OutsideText(redactor)).Accept(left.Name, left.Content);
        var tracker = options.Tracker ?? throw new TrackerException(options.WhyNoTracker, isPassing: false);
        var (result, _) = await WithDeskAsync(
            tracker,
            async desk => ((await desk.DeliverAsync(delivery))[0], desk.FiledBody),
            cancellationToken
        );
        console.Information($"Issue {result.Action.ToString().ToLowerInvariant()}: {result.Url} (for a pull request of {run.Head})");
        return result;
    }
}
