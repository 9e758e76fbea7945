using System.Net;

namespace Octokit;

public class NotFoundException : ApiException
{
    public NotFoundException(IResponse response)
        : base(response)
    {
    }

    public NotFoundException(string message, HttpStatusCode statusCode)
        : base(message, statusCode)
    {
    }
}
