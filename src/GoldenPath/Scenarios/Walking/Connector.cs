using System.Net.WebSockets;
using GoldenPath.Configuration;
using GoldenPath.Scenarios.Events;
using GoldenPath.Scenarios.Recording;

namespace GoldenPath.Scenarios.Walking;

/// <summary>Upgrades connections, and says by the type of what went wrong why one could not be.</summary>
internal sealed class Connector(HttpMessageHandler handler, WalkContext context)
{
    /// <summary>Connects a user.</summary>
    /// <param name="credentials">The token and its carrier.</param>
    /// <param name="number">Which connection of the session it is, counted from 1.</param>
    /// <param name="log">Where the session's frames go.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="StepFailedException">There is no connection.</exception>
    public async Task<RecordedConnection> ConnectAsync(
        Credentials credentials,
        int number,
        SessionLog log,
        CancellationToken cancellationToken
    )
    {
#pragma warning disable CA2000 // Dispose objects before losing scope: the recorded connection owns it from here on.
        var socket = new ClientWebSocket();
#pragma warning restore CA2000
        try
        {
            await UpgradeAsync(socket, credentials, number, log, cancellationToken);
            return new RecordedConnection(socket, number, log, new EventNormalizer(context.Scenario.Envelope, context.Mark), context.Clock);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task UpgradeAsync(
        ClientWebSocket socket,
        Credentials credentials,
        int number,
        SessionLog log,
        CancellationToken cancellationToken
    )
    {
        var address = credentials.Address(new Uri(context.Fill(context.Scenario.Connect.Url)));
        credentials.Apply(socket.Options);
        using var witness = new UpgradeWitness(handler, context);
        using var invoker = new HttpMessageInvoker(witness, disposeHandler: false);
        using var deadline = context.Within(context.Settings.StepTimeout, cancellationToken);
        try
        {
            await socket.ConnectAsync(address, invoker, deadline.Token);
        }
        catch (Exception exception) when (witness.Refusal is not null && (exception is WebSocketException || deadline.HasPassed))
        {
            throw Refused(witness.Refusal!, address, log.Refused(number, (int)witness.Refusal!.Status, witness.Refusal.Whole));
        }
        catch (WebSocketException exception) when (exception.WebSocketErrorCode == WebSocketError.UnsupportedProtocol)
        {
            throw new StepFailedException(
                Steps.Connect,
                Causes.WebSocketSubprotocol,
                "the server chose a subprotocol that was not offered to it"
            );
        }
        catch (WebSocketException) when (witness.HasUpgraded)
        {
            throw NoHandshake(
                $"{address.GetLeftPart(UriPartial.Path)} answered 101, and its handshake breaks RFC 6455: a wrong Sec-WebSocket-Accept, Upgrade or Connection header"
            );
        }
        catch (WebSocketException exception) when (Transport.IsHangUp(exception))
        {
            throw NoHandshake(
                $"{address.Authority} took the handshake and hung up without an answer ({address.GetLeftPart(UriPartial.Path)})"
            );
        }
        catch (WebSocketException exception)
        {
            throw Transport.Failed(Steps.Connect, address, exception);
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            throw Transport.Silent(Steps.Connect, address, context.Settings.StepTimeout);
        }

        DemandSubprotocol(socket, credentials);
    }

    /// <summary>Browsers refuse such a connection (https://websockets.spec.whatwg.org, "establish a WebSocket connection"), .NET does not.</summary>
    private static void DemandSubprotocol(ClientWebSocket socket, Credentials credentials)
    {
        if (credentials.Carrier.Kind == TokenCarrierKind.Subprotocol && string.IsNullOrEmpty(socket.SubProtocol))
        {
            throw new StepFailedException(
                Steps.Connect,
                Causes.WebSocketSubprotocol,
                "the server accepted the connection without choosing the subprotocol that was offered: browsers refuse that. Let it answer with the subprotocol it was offered"
            );
        }
    }

    private static StepFailedException NoHandshake(string text) =>
        new(
            new Violation
            {
                Rule = Steps.Connect,
                Cause = Causes.WebSocketProtocolError,
                Text = text,
                Remedies =
                [
                    new(
                        "Look at what answers the handshake: the WebSocket code of the server, or something between that changes or drops an Upgrade."
                    ),
                ],
            }
        );

    private static StepFailedException Refused(Refusal refusal, Uri address, FrameStamp stamp) =>
        new(
            new Violation
            {
                Rule = Steps.Connect,
                Cause = refusal.Cause,
                Text = $"{address.GetLeftPart(UriPartial.Path)} refused the upgrade with {refusal.Line}",
                Frames = [stamp.Frame],
            }
        )
        {
            Refusal = refusal,
        };
}
