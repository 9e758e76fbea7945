namespace Octokit;

public class LegalRestrictionException(IResponse response) : ApiException(response)
{
    public override string Message => ApiErrorMessageSafe ?? "Resource taken down due to a DMCA notice.";
}
