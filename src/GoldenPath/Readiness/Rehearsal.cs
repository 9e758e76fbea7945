using System.Net;
using System.Net.Sockets;

namespace GoldenPath.Readiness;

/// <summary>A whole wait, for a listener of this process itself, while the service is still starting.</summary>
/// <remarks>What a process does for the first time takes tens of milliseconds, as its code is made ready then: the probes, the proof of who listens, the words
/// about it. Nobody waits for that now.</remarks>
/// <param name="target">What is waited for.</param>
/// <param name="time">The clock.</param>
/// <param name="sockets">Who listens where.</param>
internal sealed class Rehearsal(ReadinessTarget target, TimeProvider time, SocketTable sockets)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Rehearses. What goes wrong in it will go wrong again where it counts.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            await Task.WhenAll(ServeAsync(listener, ending.Token), WaitAsync(((IPEndPoint)listener.LocalEndpoint).Port, ending));
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            // Only time was lost.
        }
    }

    private async Task WaitAsync(int port, CancellationTokenSource ending)
    {
        try
        {
            var outcome = await new OngoingWait(Own(port), [IPAddress.Loopback], time, sockets).WaitAsync(ending.Token);
            ReadinessEvidence.Text(outcome);
            ReadinessEvidence.Facts(outcome.Timeline);
        }
        finally
        {
            await ending.CancelAsync();
        }
    }

    private ReadinessTarget Own(int port) =>
        target with
        {
            Host = IPAddress.Loopback.ToString(),
            Port = port,
            Tls = false,
            Process = target.Process is null ? null : new OwnProcess(),
            StartTimestamp = null,
            Ready = target.Ready with
            {
                Http = target.Ready.HttpUrl?.PathAndQuery ?? target.Ready.Http,
                Log = null,
                Healthy = false,
                Timeout = Longest,
            },
        };

    /// <summary>Answers as a service does that is ready: 401 is what a handshake without a token may expect.</summary>
    private static async Task ServeAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        var question = new byte[1024];
        while (true)
        {
            using var client = await listener.AcceptSocketAsync(cancellationToken);
            var length = await client.ReceiveAsync(question, cancellationToken);
            await client.SendAsync(
                question.AsSpan(0, length).IndexOf("Upgrade"u8) < 0
                    ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray()
                    : "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"u8.ToArray(),
                cancellationToken
            );
        }
    }
}
