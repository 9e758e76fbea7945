using System.Security.Cryptography;
using System.Text;

namespace GoldenPath.Readiness.Probes;

/// <summary>A path must answer a WebSocket handshake (RFC 6455, section 4) that carries no token: 101, 401 and 403 mean that it is up.</summary>
/// <remarks>It proves that the endpoint is routed and answers. It proves nothing about authentication or the application behind it: servers
/// exist that complete the upgrade first, and refuse with a close frame.</remarks>
/// <param name="address">Where the service is.</param>
/// <param name="path">The path, with its query.</param>
internal sealed class WebSocketProbe(ProbeAddress address, string path) : Probe(address)
{
    private const string Magic = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, section 1.3

    /// <inheritdoc/>
    public override string Name => "WebSocket";

    /// <inheritdoc/>
    public override string Requirement => $"a WebSocket handshake on {path} answered with 101, 401 or 403";

    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override async Task<ProbeAnswer> AskAsync(Connection connection, CancellationToken cancellationToken)
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var answer = await HttpExchange.AskAsync(connection.Stream, Request(key), cancellationToken);
        return answer.Reply switch
        {
            { Status: 101 } reply when !Accepts(reply, key) => answer with { Text = "101 without the right Sec-WebSocket-Accept" },
            { Status: 101 or 401 or 403 } => answer with { Kind = AnswerKind.Ready },
            _ => answer,
        };
    }

    /// <inheritdoc/>
    public override async Task LeaveAsync(Connection connection, ProbeAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Reply?.Status != 101)
        {
            return;
        }

        await connection.Stream.WriteAsync(Goodbye(), cancellationToken);
        await Connection.DrainAsync(connection.Stream, cancellationToken); // The server closes first: RFC 6455, section 7.1.1.
    }

    /// <summary>A masked close frame with the code 1000: RFC 6455, sections 5.2 and 5.5.1.</summary>
    private static byte[] Goodbye()
    {
        var mask = RandomNumberGenerator.GetBytes(4);
        return [0x88, 0x82, .. mask, (byte)((1000 >> 8) ^ mask[0]), (byte)((1000 & 0xff) ^ mask[1])];
    }

    private string Request(string key) =>
        $"GET {path} HTTP/1.1\r\nHost: {Address.Authority}\r\nUser-Agent: golden-path-readiness\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        + $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n";

#pragma warning disable CA5350 // SHA-1: the protocol wants it.
    private static bool Accepts(HttpReply reply, string key) =>
        reply.Headers.GetValueOrDefault("Sec-WebSocket-Accept")
        == Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + Magic)));
#pragma warning restore CA5350
}
