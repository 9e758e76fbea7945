namespace Docker.DotNet;

public class DockerClientConfiguration(
    Uri endpoint,
    Credentials credentials = null,
    TimeSpan defaultTimeout = default,
    TimeSpan namedPipeConnectTimeout = default,
    IReadOnlyDictionary<string, string> defaultHttpRequestHeaders = null) : IDisposable
{
    public Uri EndpointBaseUri { get; } = endpoint ?? throw new ArgumentNullException(nameof(endpoint));

    public Credentials Credentials { get; } = credentials ?? new AnonymousCredentials();

    public TimeSpan DefaultTimeout { get; } = defaultTimeout == default ? TimeSpan.FromSeconds(100) : defaultTimeout;

    public TimeSpan NamedPipeConnectTimeout { get; } =
        namedPipeConnectTimeout == default ? TimeSpan.FromMilliseconds(100) : namedPipeConnectTimeout;

    public IReadOnlyDictionary<string, string> DefaultHttpRequestHeaders { get; } =
        defaultHttpRequestHeaders ?? new Dictionary<string, string>();

    public DockerClient CreateClient(Version requestedApiVersion = null) => new(this, requestedApiVersion);

    public void Dispose()
    {
        Credentials.Dispose();
        GC.SuppressFinalize(this);
    }
}
