using System.Text;

namespace GoldenPath.Docker.Engine;

/// <summary>Finds the engine where Docker's own programs look for it: <c>DOCKER_HOST</c>, then the context, then the default socket.</summary>
/// <param name="environment">Reads a variable of the environment.</param>
/// <param name="home">The folder of the user.</param>
public sealed class EngineLocator(Func<string, string?> environment, string home)
{
    private const int LongestSocketPath = 107;

    private static readonly string[] Schemes = ["unix", "npipe", "tcp", "http", "https"];

    /// <summary>A locator for the user and the environment of this process.</summary>
    public static EngineLocator ForThisProcess { get; } =
        new(System.Environment.GetEnvironmentVariable, System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile));

    private string ConfigurationFolder => Read("DOCKER_CONFIG") ?? Path.Combine(home, ".docker");

    /// <summary>Finds the address. Nothing is contacted.</summary>
    /// <exception cref="PipelineException">What names the engine makes no sense, or names a context that does not exist.</exception>
    public LocatedEngine Locate()
    {
        if (Read("DOCKER_HOST") is { } host)
        {
            return WithTlsOfEnvironment(Parse(host, "DOCKER_HOST"));
        }

        var contexts = new ContextStore(ConfigurationFolder);
        var (name, source) = Read("DOCKER_CONTEXT") is { } wanted ? (wanted, "DOCKER_CONTEXT") : (contexts.Current, "config.json");
        return name is null or "default" ? Default() : FromContext(contexts, name, source);
    }

    private static LocatedEngine FromContext(ContextStore contexts, string name, string namedBy)
    {
        var context = contexts.Find(name) ?? throw EngineFailures.NoSuchContext(name, namedBy);
        return Parse(context.Host, $"context '{name}'") with
        {
            Certificates = context.Certificates,
            VerifiesServer = !context.SkipsVerification,
        };
    }

    private static LocatedEngine Parse(string host, string source)
    {
        var text = host.Contains("://", StringComparison.Ordinal) ? host : "tcp://" + host;
        text = text.StartsWith("npipe:////", StringComparison.Ordinal) ? "npipe://" + text["npipe:////".Length..] : text;
        return !Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || !Schemes.Contains(endpoint.Scheme)
                ? throw EngineFailures.MalformedAddress(host, source)
            : Lacking(endpoint) is { } lacking ? throw EngineFailures.IncompleteAddress(host, source, lacking)
            : new LocatedEngine { Endpoint = endpoint, Source = source };
    }

    /// <summary>What an address lacks; <c>null</c> where it is complete.</summary>
    private static string? Lacking(Uri endpoint) =>
        endpoint.Scheme switch
        {
            "unix" when endpoint.Host.Length > 0 || endpoint.AbsolutePath.Length < 2 =>
                "unix:// is followed by a full path, so that there are three slashes: unix:///var/run/docker.sock",
            "unix" when Encoding.UTF8.GetByteCount(endpoint.LocalPath) > LongestSocketPath =>
                $"the path of a socket has at most {LongestSocketPath} bytes",
            "unix" or "npipe" => null,
            _ when endpoint.Host.Length == 0 => "it names no host: tcp://HOST:2375",
            _ when endpoint.Port <= 0 => $"it lacks its port, usually 2375, or 2376 with TLS: tcp://{endpoint.Host}:2375",
            _ => null,
        };

    private LocatedEngine WithTlsOfEnvironment(LocatedEngine address)
    {
        var verifies = Read("DOCKER_TLS_VERIFY") is not null;
        return verifies || Read("DOCKER_TLS") is not null || address.Endpoint.Scheme == "https"
            ? address with
            {
                Certificates = Read("DOCKER_CERT_PATH") ?? ConfigurationFolder,
                VerifiesServer = verifies,
            }
            : address;
    }

    private LocatedEngine Default()
    {
        if (OperatingSystem.IsWindows())
        {
            return Parse("npipe://./pipe/docker_engine", "the default pipe");
        }

        // Docker Desktop and rootless engines put their socket into the user's folders; Docker's own programs find them by context.
        string[] places =
        [
            "/var/run/docker.sock",
            Path.Combine(Read("XDG_RUNTIME_DIR") ?? "/nonexistent", "docker.sock"),
            Path.Combine(home, ".docker/run/docker.sock"),
        ];
        return Parse("unix://" + (places.FirstOrDefault(File.Exists) ?? places[0]), "the default socket");
    }

    private string? Read(string name) => environment(name) is { Length: > 0 } value ? value : null;
}
