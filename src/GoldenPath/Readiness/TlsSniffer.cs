using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using GoldenPath.Configuration;
using GoldenPath.Readiness.Probes;

namespace GoldenPath.Readiness;

/// <summary>Finds out whether one side speaks TLS and the other does not.</summary>
internal static class TlsSniffer
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);
    private static readonly int[] ComplaintsOfTlsServers = [400, 497]; // Go and Apache answer 400 in plain text, nginx 400 or 497.

    /// <summary>Whether the answer to a probe comes from a mismatch. Asks the other way round where the answer may.</summary>
    public static async Task<bool> IsMismatchAsync(
        ProbeAddress asked,
        IPAddress at,
        ProbeAnswer answer,
        CancellationToken cancellationToken
    )
    {
        if (answer.Kind == AnswerKind.Status && !ComplaintsOfTlsServers.Contains(answer.Reply!.Status))
        {
            return false;
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Deadline);
        try
        {
            return await AnswersAsync(
                new(at, asked.Port),
                asked with
                {
                    Tls = !asked.Tls,
                    Trust = TrustDefinition.Everybody,
                },
                deadline.Token
            );
        }
        catch (Exception e) when (e is IOException or SocketException or AuthenticationException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return answer.Kind == AnswerKind.TlsMismatch && !asked.Tls; // It said so itself, with an alert.
        }
    }

    private static async Task<bool> AnswersAsync(IPEndPoint endPoint, ProbeAddress other, CancellationToken cancellationToken)
    {
        if (Knock.On(endPoint, Deadline, cancellationToken).Connected is not { } socket)
        {
            return false;
        }

        var connection = await Connection.OverAsync(socket, other, cancellationToken);
        try
        {
            return other.Tls
                || (
                    await HttpExchange.AskAsync(connection.Stream, $"GET / HTTP/1.1\r\nHost: {other.Host}\r\n\r\n", cancellationToken)
                ).Reply
                    is not null;
        }
        finally
        {
            connection.LeaveInBackground();
        }
    }
}
