using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace GoldenPath.Readiness.Probes;

/// <summary>An open connection to a service, plain or with TLS.</summary>
internal sealed class Connection : IAsyncDisposable
{
    private readonly NetworkStream _plain;

    private Connection(Socket socket)
    {
        (Local, Remote) = ((IPEndPoint)socket.LocalEndPoint!, (IPEndPoint)socket.RemoteEndPoint!);
        Stream = _plain = new(socket, ownsSocket: true);
    }

    /// <summary>The probe's own address and port.</summary>
    public IPEndPoint Local { get; }

    /// <summary>The service's address and port.</summary>
    public IPEndPoint Remote { get; }

    /// <summary>What is sent and received over.</summary>
    public Stream Stream { get; private set; }

    /// <summary>Takes over a connected socket and, where wanted, shakes hands.</summary>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The other side does not speak TLS.</exception>
    /// <exception cref="IOException">The other side closed during the handshake.</exception>
    public static async Task<Connection> OverAsync(Socket socket, string host, bool tls, CancellationToken cancellationToken)
    {
        socket.NoDelay = true;
        var connection = new Connection(socket);
        try
        {
            if (tls)
            {
                await connection.ShakeHandsAsync(host, cancellationToken);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        await _plain.DisposeAsync();
    }

    private async Task ShakeHandsAsync(string host, CancellationToken cancellationToken)
    {
        var stream = new SslStream(_plain, leaveInnerStreamOpen: false);
        Stream = stream;
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = host,
#pragma warning disable CA5359 // Certificate validation: a probe asks whether somebody answers, and sends no secret.
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
#pragma warning restore CA5359
            },
            cancellationToken);
    }
}
