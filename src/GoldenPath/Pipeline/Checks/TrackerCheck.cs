using GoldenPath.Configuration;
using GoldenPath.Runs;
using GoldenPath.Triage;

namespace GoldenPath.Pipeline.Checks;

/// <summary>Says what would become of a broken run's issue: where it is filed, whether the token is taken there, and whether this run files at all.
/// Nothing of that ends a run, so none of it is a problem.</summary>
/// <param name="settings">What a run would be asked for.</param>
/// <param name="issues">What the file says.</param>
/// <param name="trackers">Opens the tracker; <c>null</c> where there is none.</param>
internal sealed class TrackerCheck(RunSettings settings, IssueSettings issues, TrackerFactory? trackers)
{
    private const string Name = "issues";
    private const string Label = "golden-path";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        var place = new FilingPlace(settings, issues.When, Environment.GetEnvironmentVariable);
        return await place.WhyNotAsync() is { } why
            ? [Finding.Ok(Name, $"a broken run renders its issue and files none here: {why}"), await TokenAsync(cancellationToken)]
            : [await TokenAsync(cancellationToken)];
    }

    private async Task<Finding> TokenAsync(CancellationToken cancellationToken)
    {
        var options = FilingSetup.Options(settings, issues.Repository, GitCheckout.Read(settings.Root), trackers);
        if (options.Tracker is not { } tracker)
        {
            return string.IsNullOrEmpty(settings.Token)
                ? Finding.Ok(Name, "no token: an issue would wait in artifacts/outbox; set GITHUB_TOKEN to file it")
                : Finding.Warning(Name, $"No issue can be filed: {options.WhyNoTracker}.");
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            var open = await tracker.ListAsync(Label, TrackedState.Open, deadline.Token);
            return Finding.Ok(
                Name,
                $"the token may read the issues of {tracker.Name} ({open.Count} open); writing shows only when one is filed"
            );
        }
        catch (TrackerException refused)
        {
            return Finding.Warning(
                Name,
                $"No issue can be filed at {tracker.Name}: {refused.Message.TrimEnd('.')}; it would wait in artifacts/outbox."
            );
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Finding.Warning(
                Name,
                $"{tracker.Name} does not answer within {Patience.TotalSeconds:0} s; an issue would wait in artifacts/outbox."
            );
        }
    }
}
