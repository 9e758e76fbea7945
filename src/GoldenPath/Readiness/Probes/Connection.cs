using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using GoldenPath.Scenarios.Certificates;

namespace GoldenPath.Readiness.Probes;

/// <summary>An open connection to a service, plain or with TLS.</summary>
internal sealed class Connection : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Socket _socket;
    private readonly NetworkStream _plain;
    private readonly ProbeAddress _address;

    private Connection(Socket socket, ProbeAddress address)
    {
        (Local, Remote) = ((IPEndPoint)socket.LocalEndPoint!, (IPEndPoint)socket.RemoteEndPoint!);
        (_socket, _address) = (socket, address);
        Stream = _plain = new(socket, ownsSocket: true);
    }

    /// <summary>The probe's own address and port.</summary>
    public IPEndPoint Local { get; }

    /// <summary>The service's address and port.</summary>
    public IPEndPoint Remote { get; }

    /// <summary>What is sent and received over.</summary>
    public Stream Stream { get; private set; }

    /// <summary>Takes over a connected socket and, where wanted, shakes hands.</summary>
    /// <exception cref="UntrustedCertificateException">TLS is spoken, with a certificate that is not trusted.</exception>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The other side does not speak TLS.</exception>
    /// <exception cref="IOException">The other side closed during the handshake.</exception>
    public static async Task<Connection> OverAsync(Socket socket, ProbeAddress address, CancellationToken cancellationToken)
    {
        socket.NoDelay = true;
        var connection = new Connection(socket, address);
        try
        {
            if (address.Tls)
            {
                await connection.ShakeHandsAsync(cancellationToken);
            }

            return connection;
        }
        catch
        {
            connection.LeaveInBackground();
            throw;
        }
    }

    /// <summary>Another connection to the same place.</summary>
    public async Task<Connection> AgainAsync(CancellationToken cancellationToken)
    {
        var (socket, _) = await Task.Run(() => Knock.On(Remote, Patience, cancellationToken), cancellationToken);
        return await OverAsync(socket ?? throw new IOException($"{Remote} accepts no second connection."), _address, cancellationToken);
    }

    /// <summary>Takes leave while nobody waits for it: says goodbye, then reads what is still to come, as a connection
    /// that is closed before would be a reset in the log of the service.</summary>
    /// <param name="goodbye">What is said first. Default: nothing.</param>
    public void LeaveInBackground(Func<CancellationToken, Task>? goodbye = null) => _ = LeaveAsync(goodbye);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        await _plain.DisposeAsync();
    }

    private async Task LeaveAsync(Func<CancellationToken, Task>? goodbye)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            await (goodbye?.Invoke(patience.Token) ?? Task.CompletedTask);
            await ShutDownAsync(patience.Token);
        }
        catch (Exception e)
            when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // It hung up first, or takes its time.
        }
        finally
        {
            await DisposeAsync();
        }
    }

    private async Task ShutDownAsync(CancellationToken cancellationToken)
    {
        if (Stream is SslStream { IsAuthenticated: true } secure)
        {
            await secure.ShutdownAsync();
        }

        _socket.Shutdown(SocketShutdown.Send);
        await DrainAsync(_plain, cancellationToken);
    }

    /// <summary>Reads a stream to its end and keeps nothing.</summary>
    public static async Task DrainAsync(Stream stream, CancellationToken cancellationToken)
    {
        var waste = new byte[4096];
        while (await stream.ReadAsync(waste, cancellationToken) > 0) { }
    }

    private async Task ShakeHandsAsync(CancellationToken cancellationToken)
    {
        var stream = new SslStream(_plain, leaveInnerStreamOpen: true);
        Stream = stream;
        await stream.AuthenticateAsClientAsync(CertificateCheck.Options(_address.Trust, _address.Host), cancellationToken);
    }
}
