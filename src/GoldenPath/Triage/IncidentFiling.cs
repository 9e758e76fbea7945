using System.Globalization;
using GoldenPath.Guard.Leases;
using GoldenPath.Guard.Redaction;
using GoldenPath.Runs;

namespace GoldenPath.Triage;

/// <summary>Files incidents and recoveries: with a tracker, or else in the outbox. Never throws for a tracker, and never changes a verdict.</summary>
/// <param name="options">How to file.</param>
/// <param name="redactor">What knows the run's secrets.</param>
/// <param name="console">Where it is told.</param>
/// <param name="time">The clock of budget and retries. Default: the system's.</param>
internal sealed partial class IncidentFiling(FilingOptions options, Redactor redactor, IRunConsole console, TimeProvider? time = null)
{
    private readonly IssueDocument _document = new(redactor);
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Files an incident, and writes issue.md to the run's folder in any case.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="folder">The run's folder.</param>
    /// <param name="cancellationToken">Ends it early; what was not filed waits in the outbox.</param>
    /// <exception cref="IOException">The run's folder or the outbox cannot be written.</exception>
    public async Task<IssueResult> FileAsync(Incident incident, RunFolder folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder.Path);
        AtomicFile.Write(folder.IssueFile, _document.File(incident));
        var result = new IssueResult
        {
            Fingerprint = incident.Fingerprint.Value,
            Labels = [.. incident.Labels.Select(label => label.Name)],
        };
        if (options.DryRun)
        {
            console.Detail($"Issue rendered, not filed (--dry-run): {folder.IssueFile}");
            return result with { Action = IssueAction.Rendered, Why = "--dry-run delivers nothing" };
        }
        if (WhyNot(incident.Run.Verdict) is { } reason)
        {
            console.Detail($"Issue not filed ({reason}); its text is in {folder.IssueFile}");
            return result with { Why = reason };
        }
        if (options.WhyNotHere is { } elsewhere)
        {
            console.Detail($"Issue rendered, not filed: {elsewhere}. It is in {folder.IssueFile}; --file-issue files it all the same.");
            return result with { Action = IssueAction.Rendered, Why = $"{elsewhere}; --file-issue files it all the same" };
        }
        return await FileAsync(
            Describe(incident),
            result,
            body => AtomicFile.Write(folder.IssueFile, _document.File(incident, body)),
            cancellationToken
        );
    }

    /// <summary>Tells the tracker that a run passed, which closes the open issues of its pipeline. Without a tracker nothing is told: the next green run does.</summary>
    /// <param name="run">The run that passed.</param>
    /// <param name="git">What it tested.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<IssueResult> ResolveAsync(RunResult run, GitCheckout git, CancellationToken cancellationToken)
    {
        if (
            options.DryRun
            || options.NoIssue
            || options.Part is not null
            || run.Verdict != Verdict.Passed
            || options.Tracker is not { } tracker
        )
        {
            return new();
        }
        if (options.WhyNotHere is { } elsewhere)
        {
            console.Information($"Open issues are left as they are: {elsewhere}.");
            return new();
        }
        try
        {
            var results = await WithDeskAsync(tracker, desk => desk.DeliverAsync(Describe(run, git)), cancellationToken);
            foreach (var closed in results.Where(result => result.Action == IssueAction.Closed))
            {
                console.Information($"Issue closed, as the path works again: {closed.Url}");
            }
            return results.FirstOrDefault(result => result.Action == IssueAction.Closed) ?? new();
        }
        catch (TrackerException e)
        {
            console.Warning($"Open issues were not looked through: {e.Message.TrimEnd('.')}. The next green run closes what is over.");
            return new();
        }
    }

    private string? WhyNot(Verdict verdict) =>
        options.NoIssue ? "--no-issue"
        : options.Part is { } part ? $"it is shard {part} of a run; Merge files one issue for all of them"
        : options.FileIssue ? null
        : options.On.Contains(verdict.ToString(), StringComparer.OrdinalIgnoreCase) ? null
        : $"the verdict {verdict.ToString().ToLowerInvariant()} is not among issues.on";

    private async Task<IssueResult> FileAsync(
        Delivery delivery,
        IssueResult result,
        Action<string> keep,
        CancellationToken cancellationToken
    )
    {
        if (options.Tracker is not { } tracker)
        {
            return Queue(delivery, result, options.WhyNoTracker);
        }
        try
        {
            var (filed, body) = await WithDeskAsync(
                tracker,
                async desk => ((await desk.DeliverAsync(delivery))[0], desk.FiledBody),
                cancellationToken
            );
            if (filed.Action == IssueAction.None)
            {
                return Queue(delivery, result, $"{tracker.Name} took it, and shows no issue that holds it");
            }
            if (body is not null && body != delivery.Body)
            {
                keep(body);
            }
            console.Detail($"Issue {filed.Action.ToString().ToLowerInvariant()}: {filed.Url}");
            return filed;
        }
        catch (TrackerException e)
        {
            return Queue(delivery, result, e.Message);
        }
        catch (Exception e) when (e is not (IOException or UnauthorizedAccessException or OutOfMemoryException))
        {
            return Queue(delivery, result, $"filing ended by an error of its own ({e.GetType().Name}: {e.Message})"); // Whatever went wrong: an incident is never lost.
        }
    }

    /// <summary>Works at the desk within the budget; whatever ends it early is a worded failure of the tracker.</summary>
    private async Task<T> WithDeskAsync<T>(IIssueTracker tracker, Func<IssueDesk, Task<T>> work, CancellationToken cancellationToken)
    {
        using var budget = new Deadline(options.Budget, _time, cancellationToken);
        try
        {
            var desk = new IssueDesk(tracker, options.Policy, _time, budget);
            var done = await work(desk);
            foreach (var refusal in desk.Refusals)
            {
                console.Warning($"{refusal.Message}. The other issues were looked after.");
            }
            return done;
        }
        catch (OperationCanceledException e)
        {
            var why = cancellationToken.IsCancellationRequested
                ? "filing was cancelled"
                : string.Create(CultureInfo.InvariantCulture, $"{tracker.Name} did not take it within {options.Budget.TotalSeconds:0.#} s");
            throw new TrackerException(why, isPassing: true, e);
        }
    }

    private IssueResult Queue(Delivery delivery, IssueResult result, string reason)
    {
        var file = options.Outbox.Put(delivery);
        console.Detail($"Issue not filed: {reason.TrimEnd('.')}. It waits in {file}");
        console.Detail(
            $"Deliver it later: {options.Command} Triage{(options.Tracker is null ? " --repository OWNER/NAME" : "")}, with a token in GITHUB_TOKEN"
        );
        return result with { Action = IssueAction.Queued, Why = reason };
    }

    private Delivery Describe(Incident incident) =>
        new()
        {
            Kind = DeliveryKind.Failure,
            Pipeline = _document.Pipeline(incident.Run.Name),
            Occurrence = _document.Occurrence(incident),
            IsOnDefaultBranch = incident.Git.IsDefaultBranch,
            Fingerprint = incident.Fingerprint.Value,
            Title = _document.Title(incident),
            Body = _document.Body(incident),
            Comment = _document.Comment(incident),
            Labels = incident.Labels,
        };

    private Delivery Describe(RunResult run, GitCheckout git)
    {
        var url = ActionsJob.RunUrl(Environment.GetEnvironmentVariable);
        return new()
        {
            Kind = DeliveryKind.Recovery,
            Pipeline = _document.Pipeline(run.Name),
            Occurrence = new(run.RunId, run.StartedAt, OccurrenceOutcome.Passed, git.Commit, git.Branch, url?.ToString()),
            IsOnDefaultBranch = git.IsDefaultBranch,
            Comment = _document.Recovery(run, git, url),
        };
    }
}
