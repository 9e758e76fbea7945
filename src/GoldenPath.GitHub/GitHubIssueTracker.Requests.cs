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
            catch (TrackerException e) when (e.IsPassing && !(e.RetryAfter > LongestPause) && attempt < MostAttempts)
            {
                await Task.Delay((e.RetryAfter ?? TimeSpan.Zero) + TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(50, 150) * attempt), _time, cancellationToken);
            }
        }
    }

    private async Task<T> OnceAsync<T>(Func<Task<T>> request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _caller.Value = cancellationToken;
        try
        {
            return await request() ?? throw new TrackerException($"{_options.Api.Authority} gave an answer without content", isPassing: true);
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
