namespace Octokit.Internal;

public interface IHttpClient : IDisposable
{
    Task<IResponse> Send(IRequest request, CancellationToken cancellationToken, Func<object, object> preprocessResponseBody = null);

    void SetRequestTimeout(TimeSpan timeout);
}
