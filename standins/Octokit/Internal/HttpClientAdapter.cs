using System.Net;
using System.Text;

namespace Octokit.Internal;

public class HttpClientAdapter(Func<HttpMessageHandler> getHandler) : IHttpClient
{
    private const int MostRedirects = 4;

    private readonly HttpClient _http = new(getHandler());

    public async Task<IResponse> Send(IRequest request, CancellationToken cancellationToken, Func<object, object> preprocessResponseBody = null)
    {
        var method = request.Method;
        var uri = new Uri(request.BaseAddress, request.Endpoint);
        for (var redirects = 0; ; redirects++)
        {
            using var message = Message(request, method, uri);
            using var answer = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!IsRedirect(answer.StatusCode) || answer.Headers.Location is not { } location)
            {
                return await Response.Read(answer);
            }
            if (redirects == MostRedirects)
            {
                throw new InvalidOperationException("The redirect count for this request has been exceeded. Aborting.");
            }
            method = answer.StatusCode == HttpStatusCode.SeeOther ? HttpMethod.Get : method;
            uri = location; // A relative one is not made absolute: the original cannot follow it either.
        }
    }

    public void SetRequestTimeout(TimeSpan timeout) => _http.Timeout = timeout;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _http.Dispose();
        }
    }

    private static HttpRequestMessage Message(IRequest request, HttpMethod method, Uri uri)
    {
        var isElsewhere = !uri.Host.Equals(request.BaseAddress.Host, StringComparison.OrdinalIgnoreCase);
        var message = new HttpRequestMessage(method, uri);
        foreach (var (name, value) in request.Headers.Where(header => !isElsewhere || header.Key != "Authorization"))
        {
            message.Headers.Add(name, value);
        }
        if (request.Body is string body && method == request.Method)
        {
            message.Content = new StringContent(body, Encoding.UTF8, request.ContentType);
        }
        return message;
    }

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
}
