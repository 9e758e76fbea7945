using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MisbehavingService.Commands;

/// <summary>answer PORT STATUS: answers each HTTP request with a status, such as 503.</summary>
internal static class Answer
{
    private static TcpListener? _listener;

    public static Task RunAsync(string[] arguments)
    {
        _listener = new(IPAddress.Loopback, int.Parse(arguments[0], CultureInfo.InvariantCulture));
        _listener.Start();
        _ = AcceptAsync(
            _listener,
            Encoding.ASCII.GetBytes($"HTTP/1.1 {arguments[1]} As Told\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        );
        return Task.CompletedTask;
    }

    private static async Task AcceptAsync(TcpListener listener, byte[] answer)
    {
        while (true)
        {
            using var client = await listener.AcceptTcpClientAsync();
            var request = new byte[4096];
            _ = await client.GetStream().ReadAsync(request);
            await client.GetStream().WriteAsync(answer);
        }
    }
}
