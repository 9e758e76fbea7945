using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Microsoft.Net.Http.Client;

public class ManagedHandler : DelegatingHandler
{
    private readonly SocketsHttpHandler _inner;

    public ManagedHandler()
        : this(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false })
    {
    }

    public ManagedHandler(StreamOpener opener)
        : this() =>
        _inner.ConnectCallback = async (context, token) => await opener(context.DnsEndPoint.Host, context.DnsEndPoint.Port, token);

    public ManagedHandler(SocketOpener opener)
        : this(async (host, port, token) => new NetworkStream(await opener(host, port, token), ownsSocket: true))
    {
    }

    private ManagedHandler(SocketsHttpHandler inner)
        : base(inner) =>
        _inner = inner;

    public delegate Task<Stream> StreamOpener(string host, int port, CancellationToken cancellationToken);

    public delegate Task<Socket> SocketOpener(string host, int port, CancellationToken cancellationToken);

    public X509CertificateCollection ClientCertificates
    {
        get => _inner.SslOptions.ClientCertificates;
        set => _inner.SslOptions.ClientCertificates = value;
    }

    public RemoteCertificateValidationCallback ServerCertificateValidationCallback
    {
        get => _inner.SslOptions.RemoteCertificateValidationCallback;
        set => _inner.SslOptions.RemoteCertificateValidationCallback = value;
    }
}
