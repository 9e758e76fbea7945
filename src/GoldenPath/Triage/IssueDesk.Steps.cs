using System.Security.Cryptography;

namespace GoldenPath.Triage;

/// <content>How steps are carried out and repeated.</content>
internal sealed partial class IssueDesk
{
    private static readonly TimeSpan LongestSettling = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);

    /// <returns>The issue that stays or was made or recorded last; <c>null</c> where there was nothing to do.</returns>
    private async Task<TrackedIssue?> PerformAsync(
        IEnumerable<IssueStep> steps,
        IReadOnlyList<TrackedIssue> issues,
        Delivery? delivery,
        CancellationToken token
    )
    {
        var current = issues.ToDictionary(issue => issue.Number);
        TrackedIssue? last = null;
        foreach (var step in steps)
        {
            last = step switch
            {
                CreateStep create => await CreateAsync(create, delivery!, token),
                RecordStep record => await RecordAsync(record, current[record.Number], delivery!, token),
                MergeStep merge => await MergeAsync(current[merge.Duplicate], current[merge.Into], token),
                CloseStep close => await tracker.UpdateAsync(current[close.Number], new(State: TrackedState.Closed), token),
                MarkFlakyStep flaky => await MarkAsync(current[flaky.Number], token),
                _ => throw new NotSupportedException($"No way is known to carry out {step}"),
            };
            current[last.Number] = last;
        }
        return last;
    }

    private Task<TrackedIssue> CreateAsync(CreateStep step, Delivery delivery, CancellationToken token)
    {
        FiledBody = step.Follows is null
            ? delivery.Body
            : OccurrenceTable.Read(delivery.Body).Following(step.Follows).WriteInto(delivery.Body);
        return tracker.CreateAsync(delivery.Title, FiledBody, delivery.Labels, token);
    }

    private async Task<TrackedIssue> RecordAsync(RecordStep step, TrackedIssue issue, Delivery delivery, CancellationToken token)
    {
        if (step.IsFlaky)
        {
            await tracker.AddLabelAsync(issue.Number, IncidentLabels.Flaky, token);
        }
        var body = issue.History.With(delivery.Occurrence with { Outcome = step.Outcome }).WriteInto(issue.Body);
        TrackedState? state = step.Outcome switch
        {
            OccurrenceOutcome.Reopened => TrackedState.Open,
            OccurrenceOutcome.Recovered => TrackedState.Closed,
            _ => null,
        };
        return await tracker.UpdateAsync(issue, new(body, state), token);
    }

    private async Task<TrackedIssue> MergeAsync(TrackedIssue duplicate, TrackedIssue into, CancellationToken token)
    {
        var merged = await tracker.UpdateAsync(into, new(into.History.With(duplicate.History).WriteInto(into.Body)), token);
        await tracker.UpdateAsync(
            duplicate,
            new(IssueMarker.Retire(duplicate.Body, into.Number), TrackedState.Closed, IsDuplicate: true),
            token
        );
        return merged;
    }

    private async Task<TrackedIssue> MarkAsync(TrackedIssue issue, CancellationToken token)
    {
        await tracker.AddLabelAsync(issue.Number, IncidentLabels.Flaky, token);
        return issue with { Labels = [.. issue.Labels, IncidentLabels.Flaky.Name] };
    }

    /// <summary>Comments once: whether a comment whose answer was lost arrived is looked up before it is written again.</summary>
    private async Task TellAsync(PendingComment pending, Delivery delivery)
    {
        if (pending.Number is not { } number)
        {
            return;
        }
        var isRepeated = false;
        await EachAsync(() =>
            RetryAsync(async () =>
            {
                var marker = IssueMarker.WriteRun(delivery.Occurrence.RunId);
                if (
                    !isRepeated
                    || !(await tracker.CommentsAsync(number, budget.Token)).Any(text => text.Contains(marker, StringComparison.Ordinal))
                )
                {
                    isRepeated = true;
                    await tracker.CommentAsync(number, delivery.Comment, budget.Token);
                }
                return true;
            })
        );
    }

    private Task<IReadOnlyList<TrackedIssue>> ListOpenAsync() =>
        RetryAsync(() => tracker.ListAsync(IncidentLabels.AutoFiled.Name, TrackedState.Open, budget.Token));

    /// <summary>The issues about an incident as they are now. Closed ones are looked for only where no open one is found; a person
    /// may have taken one of the two labels away.</summary>
    private async Task<IReadOnlyList<TrackedIssue>> FindAsync(Fingerprint fingerprint, CancellationToken token)
    {
        (LabelDefinition Label, TrackedState State)[] places =
        [
            (IncidentLabels.AutoFiled, TrackedState.Open),
            (IncidentLabels.GoldenPath, TrackedState.Open),
            (IncidentLabels.AutoFiled, TrackedState.Closed),
        ];
        foreach (var (label, state) in places)
        {
            var found = await RefreshAsync(fingerprint, await tracker.ListAsync(label.Name, state, token), token);
            if (found.Count > 0)
            {
                return found;
            }
        }
        return [];
    }

    private async Task<IReadOnlyList<TrackedIssue>> RefreshAsync(
        Fingerprint fingerprint,
        IReadOnlyList<TrackedIssue> listed,
        CancellationToken token
    )
    {
        List<TrackedIssue> fresh = [];
        foreach (var issue in listed.Where(issue => issue.Fingerprint == fingerprint && !_gone.Contains(issue.Number)))
        {
            if (await tracker.GetAsync(issue.Number, token) is { } now && now.Number == issue.Number && now.Fingerprint == fingerprint)
            {
                fresh.Add(now);
            }
        }
        return fresh;
    }

    /// <summary>An issue that is gone by the time it is written to is passed over from then on, and another one is found or filed.</summary>
    private async Task<T> UnlessGoneAsync<T>(Func<Task<T>> action)
    {
        while (true)
        {
            try
            {
                return await action();
            }
            catch (TrackerException e) when (e is { IsGone: true, Issue: { } number } && _gone.Add(number))
            {
                // Now without it.
            }
        }
    }

    /// <summary>Goes on with the others where one issue cannot be written.</summary>
    private async Task EachAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (TrackerException e) when (e.Issue is not null)
        {
            _refusals.Add(e);
        }
    }

    private async Task<T> ClaimedAsync<T>(Fingerprint fingerprint, Func<CancellationToken, Task<T>> action)
    {
        await using var claim = await IssueClaim.TakeAsync(tracker, fingerprint, time, budget.Token);
        using var lease = new CancellationTokenSource(IssueClaim.Lease * 0.8, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(lease.Token, budget.Token);
        return await action(both.Token);
    }

    private async Task<T> RetryAsync<T>(Func<Task<T>> action)
    {
        for (var attempt = 0; ; attempt++)
        {
            var pause = Backoff(attempt);
            try
            {
                return await action();
            }
            catch (TrackerException e) when (e.IsPassing && attempt + 1 < e.MostTries && (pause = e.RetryAfter ?? pause) < budget.Remaining)
            {
                // Worth another try after the pause.
            }
            catch (OperationCanceledException) when (!budget.Token.IsCancellationRequested && pause < budget.Remaining)
            {
                // The lease ended before the work did.
            }
            await Task.Delay(pause, time, budget.Token);
        }
    }

    /// <summary>Doubling, with some luck in it, as all who wait may have begun together.</summary>
    private static TimeSpan Backoff(int attempt)
    {
        var limit = Math.Min(LongestPause.TotalMilliseconds, 100 * Math.Pow(2, attempt));
        return TimeSpan.FromMilliseconds(limit * RandomNumberGenerator.GetInt32(50, 101) / 100);
    }
}
