using GoldenPath.Triage;
using Octokit;

namespace GoldenPath.GitHub;

/// <content>Labels: those of issues, and those that serve as claims. Creating a label is the one thing that GitHub lets only one do.</content>
public sealed partial class GitHubIssueTracker
{
    private const string ClaimColor = "ffffff";

    /// <inheritdoc/>
    public async Task AddLabelAsync(int number, LabelDefinition label, CancellationToken cancellationToken)
    {
        await EnsureLabelsAsync([label], cancellationToken);
        var address = new Uri($"repos/{Owner}/{Repository}/issues/{number}/labels", UriKind.Relative);

        // Octokit's own AddToIssue sends a bare list, which GitHub takes but no longer describes.
        await OfIssueAsync(
            number,
            () =>
                RepeatAsync(
                    () => _client.Connection.Post(address, new { labels = new[] { label.Name } }, accepts: null, CancellationToken.None),
                    cancellationToken
                )
        );
    }

    /// <inheritdoc/>
    public Task<bool> TryClaimAsync(string name, string note, CancellationToken cancellationToken) =>
        TryCreateAsync(new(name, ClaimColor, note), cancellationToken);

    /// <inheritdoc/>
    public async Task<string?> ReadClaimAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await RepeatAsync(() => _client.Issue.Labels.Get(Owner, Repository, name), cancellationToken)).Description ?? "";
        }
        catch (TrackerException e) when (e.InnerException is NotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task ReleaseAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await OnceAsync(
                async () =>
                {
                    await _client.Issue.Labels.Delete(Owner, Repository, name);
                    return true;
                },
                cancellationToken
            );
        }
        catch (TrackerException e) when (e.InnerException is NotFoundException)
        {
            // Nobody has it: that is what was asked for.
        }
    }

    private async Task EnsureLabelsAsync(IReadOnlyList<LabelDefinition> labels, CancellationToken cancellationToken)
    {
        var known = await RepeatAsync(() => _client.Issue.Labels.GetAllForRepository(Owner, Repository, Pages()), cancellationToken);
        var names = known.Select(label => label.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var label in labels.Where(label => !names.Contains(label.Name)))
        {
            await TryCreateAsync(label, cancellationToken);
        }
    }

    /// <summary>Whether a label was refused for its name being taken; without a reason given, that is the one left.</summary>
    private static bool SaysThatItExists(ApiValidationException refusal) =>
        refusal.ApiError?.Errors is not { Count: > 0 } errors || errors.Any(error => error?.Code == "already_exists");

    private async Task<bool> TryCreateAsync(LabelDefinition label, CancellationToken cancellationToken)
    {
        try
        {
            await OnceAsync(
                () =>
                    _client.Issue.Labels.Create(
                        Owner,
                        Repository,
                        new NewLabel(label.Name, label.Color) { Description = label.Description }
                    ),
                cancellationToken
            );
            return true;
        }
        catch (TrackerException e) when (e.InnerException is ApiValidationException refusal && SaysThatItExists(refusal))
        {
            return false;
        }
    }
}
