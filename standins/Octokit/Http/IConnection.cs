using System.Net;

namespace Octokit;

public interface IConnection
{
    Uri BaseAddress { get; }

    Task<HttpStatusCode> Post(Uri uri, object body, string accepts, CancellationToken cancellationToken = default);

    void SetRequestTimeout(TimeSpan timeout);
}
