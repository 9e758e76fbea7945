using System.Net;
using System.Net.Sockets;

namespace MisbehavingService;

/// <summary><c>listen ENDPOINT…</c>: listens and answers every connection with an empty HTTP 200, until it is ended.</summary>
internal static class ListenCommand
{
    public static async Task<int> RunAsync(IEnumerable<string> endPoints)
    {
        await Task.WhenAll(endPoints.Select(text => ServeAsync(IPEndPoint.Parse(text))));
        return 0;
    }

    private static async Task ServeAsync(IPEndPoint endPoint)
    {
        using var listener = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(endPoint);
        listener.Listen();
        await Console.Out.WriteLineAsync($"listening on {listener.LocalEndPoint}");
        while (true)
        {
            using var connection = await listener.AcceptAsync();
            await connection.ReceiveAsync(new byte[1024]);
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        }
    }
}
