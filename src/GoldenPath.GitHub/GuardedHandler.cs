using System.Net;
using System.Net.Http.Headers;
using GoldenPath.Triage;

namespace GoldenPath.GitHub;

/// <summary>Lets requests out to one host only, ends each within its deadline, body included, and lets only JSON in.</summary>
/// <remarks>Octokit follows links and redirects to wherever they point (relative ones not at all), waits for a stalled body for ever, calls
/// JSON a form, reads a page of HTML as an empty list, and writes to where a redirect points. This handler sits below it, so nothing of that
/// happens.</remarks>
internal sealed class GuardedHandler(
    GitHubOptions options,
    TimeProvider time,
    AsyncLocal<CancellationToken> caller,
    HttpMessageHandler inner
) : DelegatingHandler(inner)
{
    /// <summary>The version of GitHub's REST API that this code was written for.</summary>
    private const string ApiVersion = "2022-11-28";

    private static readonly HttpStatusCode[] Redirects =
    [
        HttpStatusCode.MovedPermanently,
        HttpStatusCode.Found,
        HttpStatusCode.SeeOther,
        HttpStatusCode.TemporaryRedirect,
        HttpStatusCode.PermanentRedirect,
    ];

    private const int LargestAnswer = 64 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var target = request.RequestUri!;
        if (target.Scheme != options.Api.Scheme || target.Authority != options.Api.Authority)
        {
            throw new TrackerException(
                $"{options.Api.Authority} points to another host, {target.Authority}; the token was not sent there",
                isPassing: false
            );
        }
        request.Headers.TryAddWithoutValidation("X-GitHub-Api-Version", ApiVersion);
        if (request.Content is { } content)
        {
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        }
        using var deadline = new CancellationTokenSource(options.RequestDeadline, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken, caller.Value);
        try
        {
            var response = await base.SendAsync(request, any.Token);
            await response.Content.LoadIntoBufferAsync(LargestAnswer, any.Token);
            RefuseToWriteElsewhere(request, response);
            RefuseWhatIsNoAnswer(request, response);
            if (response.Headers.Location is { IsAbsoluteUri: false } location)
            {
                response.Headers.Location = new(target, location);
            }
            return response;
        }
        catch (OperationCanceledException e) when (deadline.IsCancellationRequested)
        {
            throw new TrackerException(
                $"{target.Authority} did not answer within {options.RequestDeadline.TotalSeconds:0.#} s",
                isPassing: true,
                e
            )
            {
                MostTries = GitHubFailures.TriesAtSilence,
            };
        }
    }

    /// <summary>Octokit would send what is to be written after a redirect, to an issue or a repository that nobody named.</summary>
    private static void RefuseToWriteElsewhere(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (request.Method != HttpMethod.Get && (int)response.StatusCode is 301 or 302 or 303 or 307 or 308)
        {
            throw new TrackerException(
                $"{request.RequestUri!.AbsolutePath} was moved to {response.Headers.Location?.ToString() ?? "another address"}, where nothing was written",
                isPassing: false
            )
            {
                IsGone = true,
            };
        }
    }

    private static void RefuseWhatIsNoAnswer(HttpRequestMessage request, HttpResponseMessage response)
    {
        var host = request.RequestUri!.Authority;
        if ((int)response.StatusCode is >= 300 and < 400 && (response.Headers.Location is null || !Redirects.Contains(response.StatusCode)))
        {
            throw new TrackerException($"{host} answered with {(int)response.StatusCode}, a redirect that leads nowhere", isPassing: true)
            {
                MostTries = GitHubFailures.TriesAtWrongAnswers,
            };
        }
        if (!response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NoContent)
        {
            return;
        }
        var type = response.Content.Headers.ContentType?.MediaType;
        if (
            request.Method == HttpMethod.Delete
            || response.Content.Headers.ContentLength == 0
            || response.StatusCode == HttpStatusCode.Accepted
        )
        {
            throw new TrackerException($"{host} gave no proper answer to {request.Method}", isPassing: true)
            {
                MostTries = GitHubFailures.TriesAtWrongAnswers,
            };
        }
        if (type is null || !type.EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            throw new TrackerException(
                $"{host} answered with {type ?? "an unknown type"} instead of JSON; is a proxy or a sign-in page in between?",
                isPassing: true
            )
            {
                MostTries = GitHubFailures.TriesAtWrongAnswers,
            };
        }
    }
}
