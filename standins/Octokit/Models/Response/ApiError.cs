namespace Octokit;

public class ApiError
{
    public ApiError()
    {
    }

    public ApiError(string message) => Message = message;

    internal ApiError(string message, string documentationUrl, IReadOnlyList<ApiErrorDetail> errors)
    {
        Message = message;
        DocumentationUrl = documentationUrl;
        Errors = errors;
    }

    public string Message { get; }

    public string DocumentationUrl { get; }

    public IReadOnlyList<ApiErrorDetail> Errors { get; }
}
