namespace Octokit;

public class ForbiddenException(IResponse response) : ApiException(response)
{
    public override string Message => ApiErrorMessageSafe ?? "Request Forbidden";
}
