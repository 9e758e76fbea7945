namespace Octokit;

public class ApiErrorDetail(string message, string code, string field, string resource)
{
    public string Message { get; } = message;

    public string Code { get; } = code;

    public string Field { get; } = field;

    public string Resource { get; } = resource;
}
