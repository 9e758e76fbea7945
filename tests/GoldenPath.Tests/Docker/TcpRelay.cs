using System.Net;
using System.Net.Sockets;
using GoldenPath.Docker.Engine;

namespace GoldenPath.Tests.Docker;

/// <summary>Makes an engine of this machine answer on a TCP port, too.</summary>
internal sealed class TcpRelay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly LocatedEngine _engine;

    public TcpRelay(LocatedEngine engine)
    {
        _engine = engine;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => $"tcp://{_listener.LocalEndpoint}";

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = RelayAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The spec is over.
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var engine = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await engine.ConnectAsync(new UnixDomainSocketEndPoint(_engine.Endpoint.LocalPath));
        await using var there = new NetworkStream(engine);
        using (client)
        {
            await Task.WhenAny(client.GetStream().CopyToAsync(there), there.CopyToAsync(client.GetStream()));
        }
    }
}
