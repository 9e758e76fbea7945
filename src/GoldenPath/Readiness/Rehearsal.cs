using System.Net;
using System.Net.Sockets;
using GoldenPath.Configuration;
using GoldenPath.Readiness.Probes;

namespace GoldenPath.Readiness;

/// <summary>Asks the probes once of a listener of its own, while the service is still starting.</summary>
/// <remarks>The first question of a process takes tens of milliseconds, as its code is compiled then; nobody waits for that now.</remarks>
internal static class Rehearsal
{
    private static readonly byte[] Answer = "HTTP/1.1 503 Rehearsal\r\nContent-Length: 0\r\n\r\n"u8.ToArray();

    /// <summary>Rehearses. What goes wrong in it will go wrong again where it counts.</summary>
    public static async Task RunAsync(IEnumerable<Probe> probes, SocketTable sockets, CancellationToken cancellationToken)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            foreach (var probe in probes)
            {
                await AskAsync(probe, listener, sockets, cancellationToken);
            }
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            // Only time was lost.
        }
    }

    private static async Task AskAsync(Probe probe, TcpListener listener, SocketTable sockets, CancellationToken cancellationToken)
    {
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await using var connection = await ConnectAsync(client, listener, cancellationToken);
        using var server = await listener.AcceptSocketAsync(cancellationToken);
        await server.SendAsync(Answer, cancellationToken);
        await probe.AskAsync(connection, cancellationToken);
        sockets.ServersOf(connection.Remote, connection.Local, Environment.ProcessId);
    }

    private static async Task<Connection> ConnectAsync(Socket client, TcpListener listener, CancellationToken cancellationToken)
    {
        await client.ConnectAsync(listener.LocalEndpoint, cancellationToken);
        return await Connection.OverAsync(client, new("localhost", 0, Tls: false, TrustDefinition.System), cancellationToken);
    }
}
