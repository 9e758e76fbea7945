using System.Net;
using System.Net.Sockets;

namespace GoldenPath.Readiness.Probes;

/// <summary>One attempt to connect, made by the calling thread.</summary>
/// <remarks>On the loopback interface the answer is there as soon as the question is asked, about 30 µs, so nothing is gained by waiting
/// for it elsewhere. Elsewhere it may take as long as the deadline.</remarks>
internal static class Knock
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(50);

    /// <summary>Tries to connect.</summary>
    /// <returns>The connected socket, or what came instead.</returns>
    public static (Socket? Connected, ProbeAnswer Answer) On(IPEndPoint endPoint, TimeSpan deadline, CancellationToken cancellationToken)
    {
        Socket? socket = null;
        try
        {
            socket = new(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            var error = Connect(socket, endPoint, deadline, cancellationToken);
            if (error == SocketError.Success)
            {
                socket.Blocking = true; // A NetworkStream wants it so.
                var connected = socket;
                socket = null;
                return (connected, new(AnswerKind.Ready, "accepted"));
            }

            return (null, Answer(error));
        }
        catch (SocketException e)
        {
            return (null, Answer(e.SocketErrorCode)); // No socket of this family.
        }
        finally
        {
            socket?.Dispose();
        }
    }

    private static SocketError Connect(Socket socket, IPEndPoint endPoint, TimeSpan deadline, CancellationToken cancellationToken)
    {
        try
        {
            socket.Connect(endPoint);
            return SocketError.Success;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            return Finish(socket, deadline, cancellationToken);
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode;
        }
    }

    private static SocketError Finish(Socket socket, TimeSpan deadline, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; waited < deadline && !cancellationToken.IsCancellationRequested; waited += Slice)
        {
            if (socket.Poll(Slice, SelectMode.SelectWrite))
            {
                return (SocketError)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)!;
            }

            if (socket.Poll(TimeSpan.Zero, SelectMode.SelectError))
            {
                return SocketError.ConnectionRefused;
            }
        }

        return SocketError.TimedOut;
    }

    private static ProbeAnswer Answer(SocketError error) =>
        error switch
        {
            SocketError.ConnectionRefused or SocketError.ConnectionReset => ProbeAnswer.Refused,
            SocketError.TimedOut => ProbeAnswer.Silent,
            SocketError.AddressNotAvailable
            or SocketError.AddressFamilyNotSupported
            or SocketError.NetworkUnreachable
            or SocketError.HostUnreachable => ProbeAnswer.Unreachable,
            _ => new(AnswerKind.Refused, error.ToString()),
        };
}
