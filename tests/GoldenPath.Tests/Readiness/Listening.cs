using System.Net;
using System.Net.Sockets;

namespace GoldenPath.Tests.Readiness;

/// <summary>Sockets that listen in the spec's own process and serve nobody.</summary>
internal static class Listening
{
    public static Socket On(IPAddress address, int port = 0, bool dualStack = false)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            socket.DualMode = dualStack;
        }

        socket.Bind(new IPEndPoint(address, port));
        socket.Listen(16);
        return socket;
    }

    public static int Port(this Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;
}
