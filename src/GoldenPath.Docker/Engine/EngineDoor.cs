using System.IO.Pipes;
using System.Net.Sockets;

namespace GoldenPath.Docker.Engine;

/// <summary>Knocks at an engine's address, to tell absence, refusal and permission apart before anything is asked.</summary>
/// <remarks>An open door proves that somebody listens, not that it is an engine.</remarks>
internal static class EngineDoor
{
    /// <summary>Connects once, and disconnects.</summary>
    /// <exception cref="PipelineException">Nobody is there, or this user may not enter.</exception>
    public static async Task KnockAsync(LocatedEngine address, CancellationToken cancellationToken)
    {
        try
        {
            await (
                address.Endpoint.Scheme switch
                {
                    "unix" => KnockAsync(new UnixDomainSocketEndPoint(address.Endpoint.LocalPath), cancellationToken),
                    "npipe" => KnockAtPipeAsync(address.Endpoint, cancellationToken),
                    _ => KnockAsync(address.Endpoint.DnsSafeHost, address.Endpoint.Port, cancellationToken),
                }
            );
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AccessDenied)
        {
            throw EngineFailures.Denied(address);
        }
        catch (UnauthorizedAccessException)
        {
            throw EngineFailures.Denied(address);
        }
        catch (SocketException e)
        {
            throw EngineFailures.NobodyThere(address, Word(address, e));
        }
        catch (TimeoutException)
        {
            throw EngineFailures.NobodyThere(address, "no such pipe");
        }
    }

    private static async Task KnockAsync(UnixDomainSocketEndPoint endpoint, CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(endpoint, cancellationToken);
    }

    private static async Task KnockAsync(string host, int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host, port, cancellationToken);
    }

    private static async Task KnockAtPipeAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        var server = endpoint.Host is "" or "localhost" ? "." : endpoint.Host;
        await using var pipe = new NamedPipeClientStream(server, endpoint.Segments[^1], PipeDirection.InOut, PipeOptions.Asynchronous);
        await pipe.ConnectAsync(500, cancellationToken);
    }

    private static string Word(LocatedEngine address, SocketException e) =>
        e.SocketErrorCode switch
        {
            // .NET's reading of ENOENT for a Unix socket.
            SocketError.AddressNotAvailable when address.Endpoint.Scheme == "unix" => "there is no such socket",
            SocketError.ConnectionRefused when address.Endpoint.Scheme == "unix" => "the socket is there, but nobody listens on it",
            SocketError.ConnectionRefused => "connection refused",
            SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => $"the host '{address.Endpoint.Host}' is not known",
            _ => e.Message.TrimEnd('.'),
        };
}
