using System.Net;
using System.Net.Sockets;

namespace GoldenPath.Services;

/// <summary>Asks the kernel whether an address and port can be taken, by taking them for an instant without listening.</summary>
/// <remarks>The socket is bound with SO_REUSEADDR (.NET's default on Unix), as servers do: connections in TIME_WAIT do not count.</remarks>
internal static class BindTest
{
    /// <summary>Whether somebody holds the port on the address. An address that this machine does not have is held by nobody.</summary>
    public static bool IsHeld(IPAddress address, int port)
    {
        try
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, port));
            return false;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }
}
