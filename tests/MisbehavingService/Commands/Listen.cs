using System.Net;
using System.Net.Sockets;

namespace MisbehavingService.Commands;

/// <summary>listen ENDPOINT…: listens and answers every connection with an empty HTTP 200.</summary>
internal static class Listen
{
    private static readonly List<Socket> Listeners = [];

    public static async Task RunAsync(string[] arguments)
    {
        foreach (var endPoint in arguments.Select(text => IPEndPoint.Parse(text)))
        {
            var listener = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            Listeners.Add(listener);
            listener.Bind(endPoint);
            listener.Listen();
            await Console.Out.WriteLineAsync($"listening on {listener.LocalEndPoint}");
            _ = ServeAsync(listener);
        }
    }

    private static async Task ServeAsync(Socket listener)
    {
        while (true)
        {
            using var connection = await listener.AcceptAsync();
            await connection.ReceiveAsync(new byte[1024]);
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        }
    }
}
