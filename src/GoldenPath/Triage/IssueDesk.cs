using GoldenPath.Runs;

namespace GoldenPath.Triage;

/// <summary>Carries out at a tracker what the lifecycle decides. Every delivery may be repeated: a run that is in an issue's table is not added again.</summary>
/// <remarks>Lists may be stale, so an issue is read by its number before it is changed, and after a creation the list is read until
/// it shows the new issue: then it shows every older one too, and the youngest of two gives way.</remarks>
internal sealed partial class IssueDesk(IIssueTracker tracker, LifecyclePolicy policy, TimeProvider time, Deadline budget)
{
    private readonly List<TrackerException> _refusals = [];
    private readonly HashSet<int> _gone = [];

    /// <summary>What single issues refused, while the others were written.</summary>
    public IReadOnlyList<TrackerException> Refusals => _refusals;

    /// <summary>The body of the issue that was created, which may link an earlier one; <c>null</c> where none was.</summary>
    public string? FiledBody { get; private set; }

    /// <summary>Delivers, repeating what may help until the budget is spent.</summary>
    /// <returns>What was done, one for each issue.</returns>
    /// <exception cref="TrackerException">The tracker did not take it.</exception>
    public async Task<IReadOnlyList<IssueResult>> DeliverAsync(Delivery delivery) =>
        delivery.Kind == DeliveryKind.Recovery ? await RecoverAsync(delivery) : [await FileAsync(delivery)];

    /// <summary>Puts in order what the tables of the open issues tell: merges duplicates, closes recovered incidents, marks flaky ones.</summary>
    public async Task<IReadOnlyList<IssueStep>> ReviewAsync()
    {
        List<IssueStep> done = [];
        foreach (
            var group in (await ListOpenAsync()).Where(issue => issue.Fingerprint is not null).GroupBy(issue => issue.Fingerprint!.Value)
        )
        {
            if (IssueLifecycle.OnReview([.. group], policy).Count > 0)
            {
                await EachAsync(async () => done.AddRange(await RetryAsync(() => ReviewAsync(group.Key, [.. group]))));
            }
        }
        return done;
    }

    private Task<IReadOnlyList<IssueStep>> ReviewAsync(Fingerprint fingerprint, IReadOnlyList<TrackedIssue> listed) =>
        ClaimedAsync(
            fingerprint,
            async token =>
            {
                var issues = await RefreshAsync(fingerprint, listed, token);
                var steps = IssueLifecycle.OnReview([.. issues.Where(issue => issue.State == TrackedState.Open)], policy);
                await PerformAsync(steps, issues, null, token);
                return steps;
            }
        );

    private async Task<IssueResult> FileAsync(Delivery delivery)
    {
        var pending = new PendingComment();
        var issue = await UnlessGoneAsync(() => RetryAsync(() => FileAsync(delivery, pending)));
        await TellAsync(pending, delivery);
        var result = Describe(delivery, issue);
        return result.Action is IssueAction.Created or IssueAction.Reopened ? await SettleAsync(result, issue, delivery) : result;
    }

    private Task<TrackedIssue> FileAsync(Delivery delivery, PendingComment pending)
    {
        var fingerprint = new Fingerprint(delivery.Fingerprint!);
        return ClaimedAsync(
            fingerprint,
            async token =>
            {
                var known = await FindAsync(fingerprint, token);
                var steps = IssueLifecycle.OnFailure(delivery.Occurrence, known, policy);
                pending.Expect(steps);
                var changed = await PerformAsync(steps, known, delivery, token);
                return changed ?? known.First(issue => issue.History.Has(delivery.Occurrence.RunId));
            }
        );
    }

    private async Task<IReadOnlyList<IssueResult>> RecoverAsync(Delivery delivery)
    {
        List<IssueResult> results = [];
        var ours = (await ListOpenAsync()).Where(issue => IssueMarker.ReadPipeline(issue.Body) == IssueMarker.Slug(delivery.Pipeline));
        foreach (var issue in ours.Where(issue => issue.Fingerprint is not null))
        {
            await EachAsync(async () =>
            {
                var pending = new PendingComment();
                if (await RetryAsync(() => RecoverAsync(delivery, issue, pending)) is { } recovered)
                {
                    await TellAsync(pending, delivery);
                    results.Add(Describe(delivery, recovered));
                }
            });
        }
        return results;
    }

    private Task<TrackedIssue?> RecoverAsync(Delivery delivery, TrackedIssue listed, PendingComment pending) =>
        ClaimedAsync(
            listed.Fingerprint!.Value,
            async token =>
            {
                if (await RefreshAsync(listed.Fingerprint!.Value, [listed], token) is not [var issue])
                {
                    return null;
                }
                IReadOnlyList<TrackedIssue> open = issue.State == TrackedState.Open ? [issue] : [];
                var steps = IssueLifecycle.OnPass(delivery.Occurrence, delivery.IsOnDefaultBranch, open, policy);
                pending.Expect(steps);
                return await PerformAsync(steps, open, delivery, token) ?? issue;
            }
        );

    /// <summary>After an issue was opened: waits until the list shows it, and merges what is about the same into the oldest.</summary>
    private async Task<IssueResult> SettleAsync(IssueResult result, TrackedIssue opened, Delivery delivery)
    {
        var fingerprint = new Fingerprint(delivery.Fingerprint!);
        var begun = time.GetTimestamp();
        for (var attempt = 0; time.GetElapsedTime(begun) < LongestSettling && budget.Remaining > Backoff(attempt); attempt++)
        {
            var open = (await ListOpenAsync()).Where(issue => issue.Fingerprint == fingerprint).ToList();
            if (open.Any(issue => issue.Number == opened.Number))
            {
                return open.Count > 1 ? Describe(delivery, await RetryAsync(() => MergeAsync(fingerprint, open))) : result;
            }
            await Task.Delay(Backoff(attempt), time, budget.Token);
        }
        return result; // The next run or the scheduled triage merges what is left.
    }

    private Task<TrackedIssue> MergeAsync(Fingerprint fingerprint, List<TrackedIssue> listed) =>
        ClaimedAsync(
            fingerprint,
            async token =>
            {
                var issues = await RefreshAsync(fingerprint, listed, token);
                var open = issues.Where(issue => issue.State == TrackedState.Open).OrderBy(issue => issue.Number).ToList();
                return await PerformAsync(IssueLifecycle.Merges(open), issues, null, token) ?? open.FirstOrDefault() ?? listed[0];
            }
        );

    private static IssueResult Describe(Delivery delivery, TrackedIssue issue) =>
        new()
        {
            Action = Action(delivery.Occurrence, issue.History),
            Fingerprint = delivery.Fingerprint ?? issue.Fingerprint?.Value,
            Number = issue.Number,
            Url = issue.Url,
            Labels = issue.Labels,
        };

    /// <summary>What a run did, as the issue's table tells: that holds too where an answer was lost on the way.</summary>
    private static IssueAction Action(Occurrence occurrence, OccurrenceTable history)
    {
        var row = history.Rows.FirstOrDefault(row => row.RunId == OccurrenceTable.Cell(occurrence.RunId));
        return row?.Outcome switch
        {
            OccurrenceOutcome.Failed => history.Earlier == 0 && history.Rows[0] == row ? IssueAction.Created : IssueAction.Commented,
            OccurrenceOutcome.Reopened => IssueAction.Reopened,
            OccurrenceOutcome.Recovered => IssueAction.Closed,
            _ => IssueAction.None,
        };
    }
}
