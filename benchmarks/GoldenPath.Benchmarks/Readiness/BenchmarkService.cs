using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace GoldenPath.Benchmarks.Readiness;

/// <summary>A service that takes a while to listen, then answers 503 for a while, and then writes down since when it would have answered 200.</summary>
internal static class BenchmarkService
{
    public static async Task<int> RunAsync(string port, string boot, string unavailable)
    {
        await WarmUpAsync();
        await PauseAsync(boot);
        using var listener = Listen(int.Parse(port, CultureInfo.InvariantCulture));
        var healthy = Stopwatch.GetTimestamp() + (long)(Seconds(unavailable) * Stopwatch.Frequency);
        while (!await ServeAsync(listener, healthy)) { }

        // Not before it has answered: writing would hold the answer up.
        await Console.Out.WriteLineAsync(healthy.ToString(CultureInfo.InvariantCulture));
        while (true)
        {
            await ServeAsync(listener, healthy);
        }
    }

    /// <summary>Asks itself, so that its first real answer is as quick as any: it shall be able to answer when it says so.</summary>
    private static async Task WarmUpAsync()
    {
        using var listener = Listen(0);
        for (var request = 0; request < 20; request++)
        {
            await Task.WhenAll(ServeAsync(listener, request), AskAsync((IPEndPoint)listener.LocalEndPoint!));
        }
    }

    private static async Task AskAsync(IPEndPoint endPoint)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(endPoint);
        await client.GetStream().WriteAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray());
        await client.GetStream().ReadAtLeastAsync(new byte[20], 20);
    }

    private static Socket Listen(int port)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        listener.Listen();
        return listener;
    }

    /// <summary>Answers one question; tells whether it was healthy.</summary>
    private static async Task<bool> ServeAsync(Socket listener, long healthy)
    {
        using var connection = await listener.AcceptAsync();
        await connection.ReceiveAsync(new byte[4096]);
        var isHealthy = Stopwatch.GetTimestamp() >= healthy;
        await connection.SendAsync(
            isHealthy
                ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray()
                : "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"u8.ToArray()
        );
        await connection.ReceiveAsync(new byte[1]);
        return isHealthy;
    }

    private static Task PauseAsync(string seconds) =>
        Task.Delay(TimeSpan.FromSeconds(Seconds(seconds)), TimeProvider.System, CancellationToken.None);

    private static double Seconds(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
