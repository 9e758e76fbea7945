namespace GoldenPath.Triage;

/// <summary>Decides what becomes of the issues of an incident. Pure: all it knows is handed to it.</summary>
internal static class IssueLifecycle
{
    /// <summary>A failure that began earlier than this before the closing waited in an outbox meanwhile.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(10);

    /// <summary>What to do when an incident happened.</summary>
    /// <param name="occurrence">The run in which it did.</param>
    /// <param name="known">Every issue about it, open and closed.</param>
    /// <param name="policy">When issues are opened again.</param>
    public static IReadOnlyList<IssueStep> OnFailure(Occurrence occurrence, IReadOnlyList<TrackedIssue> known, LifecyclePolicy policy)
    {
        var open = known.Where(issue => issue.State == TrackedState.Open).OrderBy(issue => issue.Number).ToList();
        if (open is [var oldest, ..])
        {
            var history = open.Skip(1).Aggregate(oldest.History, (all, duplicate) => all.With(duplicate.History));
            return [.. Merges(open), .. Again(occurrence, oldest, history, policy)];
        }
        return Latest(known) is { } closed ? AfterClosing(occurrence, closed, policy) : [new CreateStep(null)];
    }

    /// <summary>What to do about the open issues of a pipeline when it passed.</summary>
    /// <param name="pass">The run that passed.</param>
    /// <param name="isOnDefaultBranch">Whether it tested the default branch.</param>
    /// <param name="open">The open issues of the pipeline.</param>
    /// <param name="policy">When issues are closed.</param>
    public static IReadOnlyList<IssueStep> OnPass(
        Occurrence pass,
        bool isOnDefaultBranch,
        IReadOnlyList<TrackedIssue> open,
        LifecyclePolicy policy
    ) => [.. open.Select(issue => Passed(pass, isOnDefaultBranch, issue, policy)).OfType<IssueStep>()];

    /// <summary>What the tables of the open issues alone tell to do: duplicates, recovered incidents and flaky ones that nobody dealt with.</summary>
    public static IReadOnlyList<IssueStep> OnReview(IReadOnlyList<TrackedIssue> open, LifecyclePolicy policy)
    {
        var groups = open.Where(issue => issue.Fingerprint is not null)
            .OrderBy(issue => issue.Number)
            .GroupBy(issue => issue.Fingerprint)
            .ToList();
        return
        [
            .. groups.SelectMany(group => Merges([.. group])),
            .. groups.Select(group => Reviewed(group.First(), policy)).OfType<IssueStep>(),
        ];
    }

    /// <summary>How open issues about one incident, in the order of their numbers, become one: the oldest stays.</summary>
    internal static IEnumerable<IssueStep> Merges(IReadOnlyList<TrackedIssue> open) =>
        open.Skip(1).Select(duplicate => new MergeStep(duplicate.Number, open[0].Number));

    private static IEnumerable<IssueStep> Again(Occurrence occurrence, TrackedIssue issue, OccurrenceTable history, LifecyclePolicy policy)
    {
        if (!history.Has(occurrence.RunId))
        {
            var comments = !IsSilent(issue) && !history.HasComment(occurrence);
            yield return new RecordStep(issue.Number, OccurrenceOutcome.Failed, comments, IsFlaky(occurrence, issue, policy));
        }
    }

    private static IReadOnlyList<IssueStep> AfterClosing(Occurrence occurrence, TrackedIssue issue, LifecyclePolicy policy)
    {
        if (issue.History.Has(occurrence.RunId))
        {
            return [];
        }
        if (issue.Has(IncidentLabels.Quiet) || occurrence.At + LongestRun < issue.ClosedAt)
        {
            return [new RecordStep(issue.Number, OccurrenceOutcome.Failed, Comments: false, IsFlaky: false)]; // Muted, or delivered late: no news.
        }
        return occurrence.At - issue.ClosedAt > policy.ReopenWithin
            ? [new CreateStep(issue.Number)]
            : [new RecordStep(issue.Number, OccurrenceOutcome.Reopened, !issue.IsLocked, IsFlaky(occurrence, issue, policy))];
    }

    private static RecordStep? Passed(Occurrence pass, bool isOnDefaultBranch, TrackedIssue issue, LifecyclePolicy policy)
    {
        var history = issue.History;
        if (history.Has(pass.RunId) || history.Rows.Any(row => row.IsFailure && row.At > pass.At))
        {
            return null;
        }
        var failedHere = history.Rows.Any(row => row.IsFailure && row.HasCommitOf(pass));
        var counts = isOnDefaultBranch || (pass.Branch is not null && history.Rows.All(row => row.Branch == pass.Branch));
        if (issue.Has(IncidentLabels.Flaky) || !counts)
        {
            var isNews = failedHere && !history.Rows.Any(row => !row.IsFailure && row.HasCommitOf(pass));
            return isNews ? new(issue.Number, OccurrenceOutcome.Passed, Comments: false, IsFlaky: true) : null;
        }
        return history.PassesInARow + 1 >= policy.PassesToClose
            ? new(issue.Number, OccurrenceOutcome.Recovered, !IsSilent(issue), IsFlaky: false)
            : new(issue.Number, OccurrenceOutcome.Passed, Comments: false, IsFlaky: false);
    }

    private static IssueStep? Reviewed(TrackedIssue issue, LifecyclePolicy policy)
    {
        if (issue.Has(IncidentLabels.Flaky))
        {
            return null;
        }
        var history = issue.History;
        if (history.HasPassAndLaterFailureOfOneCommit || history.Reopenings >= policy.ReopeningsOfFlaky)
        {
            return new MarkFlakyStep(issue.Number);
        }
        return
            history.PassesInARow >= policy.PassesToClose
            && history.PassesInARow > 0
            && history.Rows[^1].Outcome == OccurrenceOutcome.Recovered
            ? new CloseStep(issue.Number)
            : null;
    }

    private static bool IsFlaky(Occurrence occurrence, TrackedIssue issue, LifecyclePolicy policy) =>
        !issue.Has(IncidentLabels.Flaky)
        && (
            issue.History.Rows.Any(row => !row.IsFailure && row.HasCommitOf(occurrence))
            || issue.History.Reopenings >= policy.ReopeningsOfFlaky
        );

    private static bool IsSilent(TrackedIssue issue) => issue.IsLocked || issue.Has(IncidentLabels.Quiet);

    private static TrackedIssue? Latest(IReadOnlyList<TrackedIssue> known) =>
        known.OrderByDescending(issue => issue.ClosedAt).ThenByDescending(issue => issue.Number).FirstOrDefault();
}
