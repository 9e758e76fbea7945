namespace Octokit;

public class ApiValidationException(IResponse response) : ApiException(response)
{
    public override string Message => ApiErrorMessageSafe ?? "Validation Failed";
}
