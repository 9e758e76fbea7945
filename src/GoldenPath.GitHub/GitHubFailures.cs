using System.Globalization;
using System.Net;
using System.Runtime.Serialization;
using System.Text.RegularExpressions;
using GoldenPath.Triage;
using Octokit;

namespace GoldenPath.GitHub;

/// <summary>Puts Octokit's exceptions into words, and says which are worth another try.</summary>
internal sealed partial class GitHubFailures(GitHubOptions options, TimeProvider time)
{
    /// <summary>After so many answers that are none of GitHub's, the next one will be none either.</summary>
    public const int TriesAtWrongAnswers = 4;

    /// <summary>Whoever has been silent for twice the deadline of a request stays silent.</summary>
    public const int TriesAtSilence = 2;

    private const int TriesAtNobody = 4;
    private const int LongestQuote = 200;

    /// <summary>GitHub asks for a minute where a secondary limit names no time.</summary>
    private static readonly TimeSpan DefaultPause = TimeSpan.FromMinutes(1);

    private string Host => options.Api.Authority;

    /// <summary>The worded failure; <c>null</c> for an exception that no request can be blamed for.</summary>
    public TrackerException? Word(Exception exception) =>
        exception switch
        {
            TrackerException tracker => tracker,
            ApiException api => Word(api),
            SerializationException => new($"{Host} answered with broken JSON", isPassing: true, exception)
            {
                MostTries = TriesAtWrongAnswers,
            },
            HttpRequestException http => new($"{Host} could not be reached: {Quote(exception.Message)}", isPassing: true, exception)
            {
                MostTries = http.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                    ? TriesAtNobody
                    : int.MaxValue,
            },
            IOException => new($"the connection to {Host} broke: {Quote(exception.Message)}", isPassing: true, exception),
            TaskCanceledException => new($"{Host} did not answer in time", isPassing: true, exception) { MostTries = TriesAtSilence },
            InvalidOperationException => new($"{Host} redirects without end", isPassing: false, exception),
            FormatException or ArgumentException or InvalidCastException or OverflowException => new(
                $"{Host} gave an answer that cannot be read: {Quote(exception.Message)}",
                isPassing: true,
                exception
            )
            {
                MostTries = TriesAtWrongAnswers,
            },
            _ => null,
        };

    /// <summary>The same failure where it concerns one issue alone; <c>null</c> where it concerns all of them.</summary>
    /// <remarks>A token that may not write at all has been told so before: the claim on an incident is written first.</remarks>
    public TrackerException? OfIssue(int number, TrackerException failure)
    {
        if (failure.IsGone)
        {
            return new($"issue {number} of {options.Repository} is gone: {failure.Message}", isPassing: false, failure)
            {
                Issue = number,
                IsGone = true,
            };
        }
        if (failure is not { IsPassing: false, InnerException: ApiException exception } || IsOfToken(exception) || IsArchived(exception))
        {
            return null;
        }
        var said = $"({(int)exception.StatusCode}: {Quote(exception.Message)})";
        return exception.StatusCode switch
        {
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new(
                $"issue {number} of {options.Repository} is gone {said}",
                isPassing: false,
                exception
            )
            {
                Issue = number,
                IsGone = true,
            },
            HttpStatusCode.Forbidden or HttpStatusCode.Locked => new(
                $"issue {number} of {options.Repository} cannot be written {said}",
                isPassing: false,
                exception
            )
            {
                Issue = number,
            },
            HttpStatusCode.UnprocessableEntity => new(
                $"issue {number} of {options.Repository} refuses the change {said}{Details(exception)}",
                isPassing: false,
                exception
            )
            {
                Issue = number,
                IsRefusal = true,
            },
            _ => null,
        };
    }

    private static bool IsOfToken(ApiException exception) =>
        exception.StatusCode == HttpStatusCode.Forbidden
        && exception.Message.Contains("not accessible by", StringComparison.OrdinalIgnoreCase);

    private static bool IsArchived(ApiException exception) =>
        exception.StatusCode == HttpStatusCode.Forbidden && exception.Message.Contains("archived", StringComparison.OrdinalIgnoreCase);

    private TrackerException Word(ApiException exception)
    {
        var said = $"({(int)exception.StatusCode}: {Quote(exception.Message)})";
        if (Pause(exception) is { } pause)
        {
            return new($"{Host} limits the rate {said}", isPassing: true, exception) { RetryAfter = pause };
        }
        return exception.StatusCode switch
        {
            HttpStatusCode.Unauthorized => Final($"{Host} does not accept the token {said}; give one that may write issues", exception),
            HttpStatusCode.Forbidden when IsArchived(exception) => new(
                $"{options.Repository} is archived, so nobody may write issues of it {said}; unarchive it, or name another in issues.repository",
                isPassing: false,
                exception
            )
            {
                IsRefusal = true,
            },
            HttpStatusCode.Forbidden => Final(
                $"the token may not write issues of {options.Repository} {said}; a workflow needs 'permissions: issues: write', and in a pull request from a fork the token is read-only",
                exception
            ),
            HttpStatusCode.NotFound => Final($"{Host} knows no {options.Repository}, or the token may not see it {said}", exception),
            HttpStatusCode.Gone => Final($"issues are switched off in {options.Repository} {said}", exception),
            HttpStatusCode.UnprocessableEntity => new(
                $"{Host} refused the request as invalid {said}{Details(exception)}",
                isPassing: false,
                exception
            )
            {
                IsRefusal = true,
            },
            HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or >= HttpStatusCode.InternalServerError => new(
                $"{Host} is in trouble {said}",
                isPassing: true,
                exception
            ),
            _ => Final($"{Host} refused the request {said}", exception),
        };
    }

    private static TrackerException Final(string message, ApiException exception) => new(message, isPassing: false, exception);

    /// <summary>How long to wait where a limit was hit; <c>null</c> where none was.</summary>
    private TimeSpan? Pause(ApiException exception)
    {
        var headers = exception.HttpResponse?.Headers ?? new Dictionary<string, string>();
        var asked = RetryAfter(Header(headers, "Retry-After"));
        var isUsedUp = Header(headers, "X-RateLimit-Remaining") == "0";
        var isLimit =
            exception is RateLimitExceededException or SecondaryRateLimitExceededException or AbuseException
            || exception.StatusCode == HttpStatusCode.TooManyRequests
            || (exception.StatusCode == HttpStatusCode.Forbidden && (asked is not null || isUsedUp));
        if (!isLimit)
        {
            return null;
        }
        return asked ?? (isUsedUp ? UntilReset(Header(headers, "X-RateLimit-Reset")) : null) ?? DefaultPause;
    }

    private TimeSpan? UntilReset(string? reset) =>
        long.TryParse(reset, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < uint.MaxValue
            ? Later(DateTimeOffset.FromUnixTimeSeconds(seconds) - time.GetUtcNow() + TimeSpan.FromSeconds(1))
            : null;

    private TimeSpan? RetryAfter(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Later(TimeSpan.FromSeconds(seconds))
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? Later(date - time.GetUtcNow())
        : null;

    private static TimeSpan Later(TimeSpan pause) => pause > TimeSpan.Zero ? pause : TimeSpan.Zero;

    private static string? Header(IReadOnlyDictionary<string, string> headers, string name) =>
        headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private string Details(ApiException exception)
    {
        var details = (exception.ApiError?.Errors ?? [])
            .Where(error => error is not null)
            .Select(error => $"{error.Resource} {error.Field} {error.Code} {error.Message}".Trim());
        return string.Join("; ", details) is { Length: > 0 } text ? ": " + Quote(text) : "";
    }

    /// <summary>Words of the other side: one line, bounded, and never the token.</summary>
    private string Quote(string text)
    {
        var line = Unprintable().Replace(text.Replace(options.Token, "***", StringComparison.Ordinal), " ").Trim();
        return line.Length > LongestQuote ? line[..LongestQuote] + "…" : line;
    }

    [GeneratedRegex(@"[\s\p{C}]+")]
    private static partial Regex Unprintable();
}
