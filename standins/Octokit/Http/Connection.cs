using System.Net;
using Octokit.Internal;

namespace Octokit;

public class Connection : IConnection
{
    public Connection(ProductHeaderValue productInformation, Uri baseAddress, ICredentialStore credentialStore, IHttpClient httpClient, IJsonSerializer serializer)
    {
        if (!baseAddress.IsAbsoluteUri)
        {
            throw new ArgumentException($"The base address '{baseAddress}' must be an absolute URI", nameof(baseAddress));
        }
        BaseAddress = baseAddress;
        UserAgent = $"{productInformation} ({Environment.OSVersion}; stand-in for Octokit 14.0.0)";
        CredentialStore = credentialStore;
        HttpClient = httpClient;
        Serializer = serializer;
    }

    public Uri BaseAddress { get; }

    public string UserAgent { get; }

    public ICredentialStore CredentialStore { get; }

    internal IHttpClient HttpClient { get; }

    internal IJsonSerializer Serializer { get; }

    public async Task<HttpStatusCode> Post(Uri uri, object body, string accepts, CancellationToken cancellationToken = default) =>
        (await new RestClient(this).Send(HttpMethod.Post, uri, body, accepts, cancellationToken)).StatusCode;

    public void SetRequestTimeout(TimeSpan timeout) => HttpClient.SetRequestTimeout(timeout);
}
