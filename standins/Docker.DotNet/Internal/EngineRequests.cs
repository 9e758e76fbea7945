using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Docker.DotNet.Internal;

/// <summary>Sends requests to an engine and reads its answers.</summary>
internal sealed class EngineRequests : IDisposable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        PropertyNameCaseInsensitive = true,
    };

    private readonly HttpClient _client;
    private readonly string _prefix;

    public EngineRequests(DockerClientConfiguration configuration, HttpMessageHandler handler, Uri address, Version version)
    {
        _client = new HttpClient(handler) { BaseAddress = address, Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        foreach (var (name, value) in configuration.DefaultHttpRequestHeaders)
        {
            _client.DefaultRequestHeaders.Add(name, value);
        }

        _prefix = version is null ? "" : $"v{version}/";
        Timeout = configuration.DefaultTimeout;
    }

    public TimeSpan Timeout { get; set; }

    public Task<T> GetAsync<T>(string path, Query query, CancellationToken cancellationToken, Thrower thrower = null) =>
        ReadAsync<T>(Request(HttpMethod.Get, path, query), thrower, cancellationToken);

    public Task<T> PostAsync<T>(string path, Query query, object body, CancellationToken cancellationToken, Thrower thrower = null) =>
        ReadAsync<T>(Request(HttpMethod.Post, path, query, JsonBody(body)), thrower, cancellationToken);

    public async Task<HttpStatusCode> SendAsync(
        HttpMethod method, string path, Query query, CancellationToken cancellationToken, Thrower thrower = null)
    {
        using var limit = Limit(cancellationToken);
        using var response = await AnswerAsync(Request(method, path, query), thrower, limit.Token);
        return response.StatusCode;
    }

    public Task<T> DeleteAsync<T>(string path, Query query, CancellationToken cancellationToken, Thrower thrower = null) =>
        ReadAsync<T>(Request(HttpMethod.Delete, path, query), thrower, cancellationToken);

    public async Task<Stream> StreamAsync(HttpRequestMessage request, CancellationToken cancellationToken, Thrower thrower = null)
    {
        var response = await AnswerAsync(request, thrower, cancellationToken);
        return await response.Content.ReadAsStreamAsync(cancellationToken);
    }

    /// <summary>Turns the connection into a raw stream, as the engine offers for attached input and output.</summary>
    public Task<Stream> HijackAsync(string path, object body, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Post, path, new Query(), JsonBody(body));
        request.Headers.Connection.Add("Upgrade");
        request.Headers.Upgrade.Add(new ProductHeaderValue("tcp"));
        return StreamAsync(request, cancellationToken);
    }

    /// <summary>Reports each message of a stream of JSON texts until the engine ends it.</summary>
    public async Task MessagesAsync<T>(HttpRequestMessage request, IProgress<T> progress, CancellationToken cancellationToken)
    {
        await using var stream = await StreamAsync(request, cancellationToken);
        await foreach (var message in JsonSerializer.DeserializeAsyncEnumerable<T>(stream, topLevelValues: true, Json, cancellationToken))
        {
            progress.Report(message);
        }
    }

    public HttpRequestMessage Request(HttpMethod method, string path, Query query, HttpContent content = null) =>
        new(method, new Uri(_prefix + path + query, UriKind.Relative)) { Content = content };

    public void Dispose() => _client.Dispose();

    private static StringContent JsonBody(object body) =>
        body is null ? null : new StringContent(JsonSerializer.Serialize(body, body.GetType(), Json), Encoding.UTF8, "application/json");

    private async Task<T> ReadAsync<T>(HttpRequestMessage request, Thrower thrower, CancellationToken cancellationToken)
    {
        using var limit = Limit(cancellationToken);
        using var response = await AnswerAsync(request, thrower, limit.Token);
        await using var stream = await response.Content.ReadAsStreamAsync(limit.Token);
        return await JsonSerializer.DeserializeAsync<T>(stream, Json, limit.Token);
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, Thrower thrower, CancellationToken cancellationToken)
    {
        using (request)
        {
            var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if ((int)response.StatusCode < 400)
            {
                return response;
            }

            using (response)
            {
                var body = await response.Content.ReadAsStringAsync(cancellationToken);
                thrower?.Invoke(response.StatusCode, body);
                throw new DockerApiException(response.StatusCode, body);
            }
        }
    }

    private CancellationTokenSource Limit(CancellationToken cancellationToken)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Timeout);
        return limit;
    }
}
