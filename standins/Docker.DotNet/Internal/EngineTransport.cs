using System.IO.Pipes;
using System.Net.Sockets;
using Microsoft.Net.Http.Client;

namespace Docker.DotNet.Internal;

/// <summary>Opens connections to an engine over a Unix socket, a named pipe or TCP.</summary>
internal static class EngineTransport
{
#pragma warning disable CA2000 // What is opened here is disposed by the client that asked for it.
    private static readonly Uri Local = new("http://localhost/");

    public static (ManagedHandler Handler, Uri Address) Open(DockerClientConfiguration configuration)
    {
        var endpoint = configuration.EndpointBaseUri;
        return endpoint.Scheme switch
        {
            "unix" => (new ManagedHandler((_, _, token) => OpenUnixAsync(endpoint.LocalPath, token)), Local),
            "npipe" => (new ManagedHandler((_, _, token) => OpenPipeAsync(configuration, token)), Local),
            "tcp" or "http" or "https" => (new ManagedHandler(), Web(configuration)),
            _ => throw new NotSupportedException($"Unknown URL scheme {endpoint.Scheme}"),
        };
    }

    private static Uri Web(DockerClientConfiguration configuration) =>
        new UriBuilder(configuration.EndpointBaseUri)
        {
            Scheme = configuration.Credentials.IsTlsCredentials() ? "https" : "http",
        }.Uri;

    private static async Task<Stream> OpenUnixAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<Stream> OpenPipeAsync(DockerClientConfiguration configuration, CancellationToken cancellationToken)
    {
        // npipe://./pipe/docker_engine
        var endpoint = configuration.EndpointBaseUri;
        var server = endpoint.Host is "" ? "." : endpoint.Host;
        var pipe = new NamedPipeClientStream(server, endpoint.Segments[^1], PipeDirection.InOut, PipeOptions.Asynchronous);
        try
        {
            await pipe.ConnectAsync((int)configuration.NamedPipeConnectTimeout.TotalMilliseconds, cancellationToken);
            return pipe;
        }
        catch
        {
            await pipe.DisposeAsync();
            throw;
        }
    }
#pragma warning restore CA2000
}
