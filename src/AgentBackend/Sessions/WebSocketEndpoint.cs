using System.Net.WebSockets;
using AgentBackend.Accounts;
using AgentBackend.Agents;
using AgentBackend.Sockets;

namespace AgentBackend.Sessions;

/// <summary>
/// <c>/ws</c>. The upgrade is answered before anybody is authenticated, as browsers cannot read a refused one: who may not talk gets an error
/// frame and a close code. A completed upgrade therefore proves neither authentication nor readiness.
/// </summary>
internal sealed class WebSocketEndpoint(
    AgentSettings settings,
    TokenService tokens,
    Connections connections,
    TimeProvider time,
    ILogger log
)
{
    private readonly Agent _agent = new(time);
    private readonly Frames _frames = new(time);

    public async Task HandleAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            await context.Response.WriteAsync("This is a WebSocket endpoint: ask for an upgrade.\n", context.RequestAborted);
            return;
        }

        var handshake = Handshake.Read(context);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(settings.Misbehaviours.Answer(handshake.Subprotocol));
        using var connection = new Connection(socket, time);
        connections.Add(connection);
        var writing = connection.WriteAsync(context.RequestAborted);
        try
        {
            await ServeAsync(handshake, connection, context.RequestAborted);
        }
        finally
        {
            connections.Remove(connection);
            connection.Close(WebSocketCloseStatus.NormalClosure, "goodbye");
            await writing;
        }
    }

    private async Task ServeAsync(Handshake handshake, Connection connection, CancellationToken aborted)
    {
        var account = settings.Misbehaviours.Judge(await tokens.VerifyAsync(handshake.Token));
        if (!handshake.Understood)
        {
            await RefuseAsync(
                connection,
                "BAD_SUBPROTOCOL",
                WebSocketCloseStatus.InvalidMessageType,
                "the only subprotocol is jwt-auth.<token>",
                aborted
            );
        }
        else if (account is null)
        {
            var reason = handshake.Token is null ? "no token was given" : "the token is not valid";
            await RefuseAsync(connection, "AUTH_FAILED", WebSocketCloseStatus.PolicyViolation, reason, aborted);
        }
        else
        {
            var session = new Session(connection, account, _agent, _frames, settings, connections, time, log);
            await session.RunAsync(aborted);
        }
    }

    private async Task RefuseAsync(
        Connection connection,
        string code,
        WebSocketCloseStatus status,
        string reason,
        CancellationToken aborted
    )
    {
        log.Refused(Frames.Shorten(connection.Id), reason);
        await connection.SendAsync(_frames.Error(code, $"Authentication failed: {reason}."));
        connection.Close(status, reason);
        await foreach (var _ in connection.ReadAsync(aborted))
        {
            // Until the other side has closed too.
        }
    }
}
