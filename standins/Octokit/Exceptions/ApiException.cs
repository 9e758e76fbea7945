using System.Net;
using Octokit.Internal;

namespace Octokit;

public class ApiException(IResponse response) : Exception
{
    public IResponse HttpResponse { get; } = response;

    public HttpStatusCode StatusCode => HttpResponse.StatusCode;

    public ApiError ApiError { get; } = ErrorReader.Read(response.Body as string);

    public override string Message => ApiErrorMessageSafe ?? "An error occurred with this API request";

    protected string ApiErrorMessageSafe => string.IsNullOrWhiteSpace(ApiError?.Message) ? null : ApiError.Message;
}
