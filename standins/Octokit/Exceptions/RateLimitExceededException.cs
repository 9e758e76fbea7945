namespace Octokit;

public class RateLimitExceededException(IResponse response) : ForbiddenException(response)
{
    public int Limit => HttpResponse.ApiInfo.RateLimit.Limit;

    public int Remaining => HttpResponse.ApiInfo.RateLimit.Remaining;

    public DateTimeOffset Reset => HttpResponse.ApiInfo.RateLimit.Reset;

    public override string Message => ApiErrorMessageSafe ?? "API Rate Limit exceeded";
}
