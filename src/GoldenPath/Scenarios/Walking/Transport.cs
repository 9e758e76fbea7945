using System.Net.Sockets;
using GoldenPath.Configuration;
using GoldenPath.Scenarios.Certificates;

namespace GoldenPath.Scenarios.Walking;

/// <summary>Tells by its type, never by its text, why a request got no answer.</summary>
internal static class Transport
{
    /// <summary>The handler of all connections of a walk.</summary>
    /// <param name="trust">Which certificates it trusts.</param>
    public static SocketsHttpHandler CreateHandler(TrustDefinition trust) =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            SslOptions = CertificateCheck.Options(trust),
            Proxy = new LoopbackBypass(HttpClient.DefaultProxy),

            // An upgrade on a connection that was idle before could fail for reasons of its own.
            PooledConnectionLifetime = TimeSpan.Zero,
        };

    /// <summary>The failure of a step whose request ended in an exception.</summary>
    public static StepFailedException Failed(string step, Uri address, Exception exception)
    {
        if (Find<UntrustedCertificateException>(exception) is { Fault: var fault })
        {
            return Untrusted(step, address, fault);
        }

        var (cause, what) = Explain(address, exception);
        return new StepFailedException(step, cause, $"{what} ({address.GetLeftPart(UriPartial.Path)})");
    }

    /// <summary>Whether the other side took the request and closed or reset the connection without an answer.</summary>
    public static bool IsHangUp(Exception exception) =>
        Find<HttpRequestException>(exception)?.HttpRequestError == HttpRequestError.ResponseEnded
        || Find<SocketException>(exception)?.SocketErrorCode == SocketError.ConnectionReset;

    private static StepFailedException Untrusted(string step, Uri address, CertificateFault fault) =>
        new(
            new Violation
            {
                Rule = step,
                Cause = Causes.TlsCertificate,
                Text = $"{address.Authority} speaks TLS, and {fault.Text} ({address.GetLeftPart(UriPartial.Path)})",
                Remedies = fault.RemediesAt($"{address.Host}:{address.Port}"),
            }
        );

    /// <summary>The failure of a step that got no answer in time.</summary>
    public static StepFailedException Silent(string step, Uri address, TimeSpan timeout) =>
        new(
            step,
            Causes.HttpNoAnswer,
            $"{address.Authority} gave no answer within {timeout.TotalSeconds:0.###} s ({address.GetLeftPart(UriPartial.Path)})"
        );

    private static (string Cause, string What) Explain(Uri address, Exception exception)
    {
        var request = Find<HttpRequestException>(exception);
        var socket = Find<SocketException>(exception);
        return request?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => (Causes.DependencyUnreachable, $"the host '{address.Host}' is not known"),
            HttpRequestError.ConnectionError when socket?.SocketErrorCode == SocketError.ConnectionRefused => (
                Causes.PortNotListening,
                $"connection refused: nothing listens on {address.Authority}"
            ),
            HttpRequestError.ConnectionError => (
                Causes.DependencyUnreachable,
                $"{address.Authority} cannot be reached ({socket?.SocketErrorCode.ToString() ?? "no route"})"
            ),
            HttpRequestError.SecureConnectionError => (
                Causes.TlsMismatch,
                $"no TLS with {address.Authority}: it answers, and not with TLS, or with no version of it that both sides speak"
            ),
            HttpRequestError.ResponseEnded => (
                Causes.ConnectionDropped,
                $"{address.Authority} accepted the connection and hung up without an answer"
            ),
            HttpRequestError.InvalidResponse => (Causes.HttpNotHttp, $"what answers on {address.Authority} does not speak HTTP"),
            HttpRequestError.ProxyTunnelError => (Causes.DependencyUnreachable, $"the proxy did not connect to {address.Authority}"),
            _ => (
                Causes.ConnectionDropped,
                $"the connection to {address.Authority} failed ({socket?.SocketErrorCode.ToString() ?? request?.HttpRequestError.ToString() ?? exception.GetType().Name})"
            ),
        };
    }

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        while (exception is not null and not T)
        {
            exception = exception.InnerException;
        }

        return (T?)exception;
    }
}
