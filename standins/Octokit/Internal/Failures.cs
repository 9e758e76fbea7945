#nullable enable
using System.Net;

namespace Octokit.Internal;

/// <summary>Turns an answer's status into the exception of the original.</summary>
internal static class Failures
{
    public static void ThrowFor(IResponse response)
    {
        if ((int)response.StatusCode >= 400)
        {
            throw For(response);
        }
    }

    private static ApiException For(IResponse response) => response.StatusCode switch
    {
        HttpStatusCode.Unauthorized => new AuthorizationException(response),
        HttpStatusCode.Forbidden => Forbidden(response, response.Body as string ?? ""),
        HttpStatusCode.NotFound => new NotFoundException(response),
        HttpStatusCode.UnprocessableEntity => new ApiValidationException(response),
        HttpStatusCode.UnavailableForLegalReasons => new LegalRestrictionException(response),
        _ => new ApiException(response),
    };

    private static ForbiddenException Forbidden(IResponse response, string body)
    {
        bool Says(string words) => body.Contains(words, StringComparison.Ordinal);
        return Says("rate limit exceeded") ? new RateLimitExceededException(response)
            : Says("secondary rate limit") ? new SecondaryRateLimitExceededException(response)
            : Says("abuse-rate-limits") || Says("abuse detection mechanism") ? new AbuseException(response)
            : new ForbiddenException(response);
    }
}
