using System.Net;
using Octokit.Internal;

namespace Octokit;

public class ApiException : Exception
{
    public ApiException(IResponse response)
    {
        HttpResponse = response;
        StatusCode = response.StatusCode;
        ApiError = ErrorReader.Read(response.Body as string);
    }

    public ApiException(string message, HttpStatusCode httpStatusCode)
    {
        HttpResponse = new Response();
        StatusCode = httpStatusCode;
        ApiError = ErrorReader.Read(message);
    }

    public IResponse HttpResponse { get; }

    public HttpStatusCode StatusCode { get; }

    public ApiError ApiError { get; }

    public override string Message => ApiErrorMessageSafe ?? "An error occurred with this API request";

    protected string ApiErrorMessageSafe => string.IsNullOrWhiteSpace(ApiError?.Message) ? null : ApiError.Message;
}
