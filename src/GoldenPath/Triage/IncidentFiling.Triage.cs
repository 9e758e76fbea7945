using GoldenPath.Runs;

namespace GoldenPath.Triage;

/// <content>What a schedule does.</content>
internal sealed partial class IncidentFiling
{
    /// <summary>Delivers what waits in the outbox, in its order and once, then puts the open issues in order: merges duplicates, closes recovered incidents, marks flaky ones.</summary>
    /// <param name="cancellationToken">Ends it early; what was not delivered goes on waiting.</param>
    /// <exception cref="TrackerException">There is no tracker, or it did not do its work.</exception>
    public async Task<TriageResult> TriageAsync(CancellationToken cancellationToken)
    {
        var tracker = options.Tracker ?? throw new TrackerException(options.WhyNoTracker, isPassing: false);
        var delivered = await DeliverWaitingAsync(tracker, cancellationToken);
        var steps = await WithDeskAsync(tracker, desk => desk.ReviewAsync(), cancellationToken);
        foreach (var step in steps)
        {
            console.Information(Word(step));
        }
        var waiting = options.Outbox.Waiting.Count;
        console.Information(
            $"Triage of {tracker.Name}: {delivered.Count} delivered, {waiting} waiting, {steps.Count} issues put in order."
        );
        return new(delivered, waiting, steps);
    }

    private async Task<List<IssueResult>> DeliverWaitingAsync(IIssueTracker tracker, CancellationToken cancellationToken)
    {
        List<IssueResult> delivered = [];
        using var open = options.Outbox.Waiting.Count > 0 ? options.Outbox.TryOpen() : null;
        if (open is null)
        {
            return delivered;
        }
        foreach (var name in options.Outbox.Waiting)
        {
            if (options.Outbox.Read(name) is not { } delivery)
            {
                console.Warning($"Could not read {name} in {options.Outbox.Directory}; it was set aside as {name}.damaged");
                continue;
            }
            delivered.AddRange(await DeliverAsync(tracker, name, delivery, cancellationToken));
        }
        return delivered;
    }

    private async Task<IReadOnlyList<IssueResult>> DeliverAsync(
        IIssueTracker tracker,
        string name,
        Delivery delivery,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var results = await WithDeskAsync(tracker, desk => desk.DeliverAsync(delivery), cancellationToken);
            options.Outbox.Remove(name);
            foreach (var result in results)
            {
                console.Information($"Issue {result.Action.ToString().ToLowerInvariant()}: {result.Url} (had waited in the outbox)");
            }
            return results;
        }
        catch (TrackerException e) when (e.IsRefusal || e.Issue is not null)
        {
            options.Outbox.SetAside(name, "refused", e.Message);
            console.Warning($"{e.Message.TrimEnd('.')}; {name} in {options.Outbox.Directory} was set aside as {name}.refused");
            return [];
        }
    }

    private static string Word(IssueStep step) =>
        step switch
        {
            MergeStep merge => $"Issue {merge.Duplicate} merged into {merge.Into}, as both are about the same incident.",
            CloseStep close => $"Issue {close.Number} closed, as its incident is over.",
            MarkFlakyStep flaky => $"Issue {flaky.Number} marked flaky, as its incident comes and goes.",
            _ => step.ToString(),
        };
}
