using System.IO.Pipes;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using GoldenPath.Guard.Leases;

namespace GoldenPath.Guard.Engine;

/// <summary>Opens HTTP over an engine's Unix socket, named pipe or TCP port.</summary>
internal static class EngineTransport
{
#pragma warning disable CA2000 // The client disposes its handler, and the handler its connections and certificates.
    public static HttpClient Open(EngineAddress engine)
    {
        var address = new Uri(engine.Endpoint);
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
        };
        if (address.Scheme is "unix" or "npipe")
        {
            handler.ConnectCallback = (_, token) =>
                address.Scheme == "unix" ? OpenSocketAsync(address, token) : OpenPipeAsync(address, token);
            return new HttpClient(handler) { BaseAddress = new Uri("http://engine/") };
        }

        if (engine.Certificates is not null)
        {
            handler.SslOptions = Tls(engine);
        }

        return new HttpClient(handler)
        {
            BaseAddress = new UriBuilder(address) { Scheme = engine.Certificates is null ? "http" : "https" }.Uri,
        };
    }

    private static async ValueTask<Stream> OpenSocketAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(address.LocalPath), cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static async ValueTask<Stream> OpenPipeAsync(Uri address, CancellationToken cancellationToken)
    {
        var pipe = new NamedPipeClientStream(".", address.Segments[^1], PipeDirection.InOut, PipeOptions.Asynchronous);
        await pipe.ConnectAsync(cancellationToken);
        return pipe;
    }

    private static SslClientAuthenticationOptions Tls(EngineAddress engine)
    {
        var files = new EngineCertificates(engine.Certificates!);
        var authorities = files.ReadAuthorities();
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck, // Docker's own authorities publish no revocation list.
        };
        policy.CustomTrustStore.AddRange(authorities);
        return new SslClientAuthenticationOptions
        {
            ClientCertificates = files.ReadOwn() is { } own ? [own] : [],
            CertificateChainPolicy = authorities.Count == 0 ? null : policy,
            RemoteCertificateValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None || !engine.VerifiesServer,
        };
    }
#pragma warning restore CA2000
}
