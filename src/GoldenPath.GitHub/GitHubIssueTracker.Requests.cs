using System.Security.Cryptography;
using GoldenPath.Triage;

namespace GoldenPath.GitHub;

/// <content>How a request is sent and repeated.</content>
public sealed partial class GitHubIssueTracker
{
    private const int MostAttempts = 3;

    /// <summary>Whoever must wait longer decides with the whole budget in view.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>Sends what does the same when sent twice, a few times where that may help.</summary>
    private async Task<T> RepeatAsync<T>(Func<Task<T>> request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(request, cancellationToken);
            }
            catch (TrackerException e)
                when (e.IsPassing && e.MostTries > MostAttempts && !(e.RetryAfter > LongestPause) && attempt < MostAttempts)
            {
                await Task.Delay(
                    (e.RetryAfter ?? TimeSpan.Zero) + TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(50, 150) * attempt),
                    _time,
                    cancellationToken
                );
            }
        }
    }

    /// <summary>Tells of a refusal which issue it concerns.</summary>
    private async Task<T> OfIssueAsync<T>(int number, Func<Task<T>> request)
    {
        try
        {
            return await request();
        }
        catch (TrackerException e) when (_failures.OfIssue(number, e) is { } worded)
        {
            throw worded;
        }
    }

    /// <summary>Sends once, and once more where the whole repository has another name by now.</summary>
    private async Task<T> OnceAsync<T>(Func<Task<T>> request, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(request, cancellationToken);
        }
        catch (TrackerException e) when (e.IsGone)
        {
            if (!await HasOtherNameAsync(cancellationToken))
            {
                throw;
            }
        }
        return await SendAsync(request, cancellationToken);
    }

    /// <summary>Asks what the repository is called now, and goes on with that.</summary>
    private async Task<bool> HasOtherNameAsync(CancellationToken cancellationToken)
    {
        var now = await SendAsync(() => _client.Repository.Get(Owner, Repository), cancellationToken);
        if (
            !RepositoryName.TryParse(now.FullName, out var name)
            || name.ToString().Equals(_repository.ToString(), StringComparison.OrdinalIgnoreCase)
        )
        {
            return false;
        }
        _repository = name;
        return true;
    }

    private async Task<T> SendAsync<T>(Func<Task<T>> request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _caller.Value = cancellationToken;
        try
        {
            return await request()
                ?? throw new TrackerException($"{_options.Api.Authority} gave an answer without content", isPassing: true)
                {
                    MostTries = GitHubFailures.TriesAtWrongAnswers,
                };
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception e) when (_failures.Word(e) is { } worded)
        {
            throw worded;
        }
    }
}
