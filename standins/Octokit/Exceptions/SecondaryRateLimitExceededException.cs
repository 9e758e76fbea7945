namespace Octokit;

public class SecondaryRateLimitExceededException(IResponse response) : ForbiddenException(response)
{
    public override string Message => ApiErrorMessageSafe ?? "Secondary API Rate Limit exceeded";
}
