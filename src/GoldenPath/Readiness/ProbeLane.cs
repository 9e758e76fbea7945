using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using GoldenPath.Configuration;
using GoldenPath.Readiness.Probes;
using GoldenPath.Scenarios.Certificates;
using GoldenPath.Services;

namespace GoldenPath.Readiness;

/// <summary>Asks the probes at one address, one after the other, each until it is answered as wanted.</summary>
/// <remarks>There is never more than one question in flight, and a slow answer is waited for: asking again would only slow it down.</remarks>
/// <param name="target">The service.</param>
/// <param name="endPoint">The address and port.</param>
/// <param name="probes">What to ask.</param>
/// <param name="timeline">Where the answers are kept.</param>
/// <param name="sockets">Who holds the other end of a connection.</param>
/// <param name="time">The clock.</param>
internal sealed class ProbeLane(
    ReadinessTarget target,
    IPEndPoint endPoint,
    IReadOnlyList<Probe> probes,
    TimelineRecorder timeline,
    SocketTable sockets,
    TimeProvider time
)
{
    private static readonly TimeSpan FirstPatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    private readonly string _address = endPoint.Address.ToString();

    /// <summary>Where it asks.</summary>
    public IPEndPoint EndPoint => endPoint;

    /// <summary>How many probes have been answered as wanted.</summary>
    public int Passed { get; private set; }

    /// <summary>The probe that is still open; <c>null</c> where there is none.</summary>
    public Probe? Open => Passed < probes.Count ? probes[Passed] : null;

    /// <summary>The last answer; <c>null</c> before the first.</summary>
    public ProbeAnswer? Last { get; private set; }

    /// <summary>The processes that held the server's end of the connection over which the last probe was answered; empty where unknown.</summary>
    public IReadOnlyList<int> Servers { get; private set; } = [];

    /// <summary>Whether the service has accepted a connection here.</summary>
    public bool WasAccepted { get; private set; }

    /// <summary>Tries to connect, on the calling thread.</summary>
    /// <returns>The connection; <c>null</c> where it was refused.</returns>
    public Socket? Knock(TimeSpan patience, CancellationToken cancellationToken) => Knock(endPoint, patience, cancellationToken);

    /// <summary>Whether the service accepts a connection here.</summary>
    public async Task<bool> IsOpenAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        if (Knock(patience, cancellationToken) is not { } socket)
        {
            return false;
        }

        await LeaveAsync(socket, cancellationToken);
        return true;
    }

    /// <summary>Asks until every probe is answered as wanted.</summary>
    /// <exception cref="UntrustedCertificateException">What answers shows a certificate that is not trusted, which waiting does not mend.</exception>
    /// <param name="accepted">A connection that stands already; <c>null</c> for none.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task AskAsync(Socket? accepted, CancellationToken cancellationToken)
    {
        var pace = new Pace(time, 150, LongestPause);
        var patience = FirstPatience;
        if (accepted is not null && Open?.Address.Port != endPoint.Port)
        {
            await LeaveAsync(accepted, cancellationToken);
            accepted = null;
        }

        while (Open is { } probe)
        {
            Last = await AskAsync(probe, accepted, patience, cancellationToken);
            accepted = null;
            if (Last.IsReady)
            {
                Passed++;
            }
            else if (Last.Kind == AnswerKind.Silent)
            {
                patience = TimeSpan.FromTicks(Math.Min(patience.Ticks * 2, LongestPatience.Ticks));
            }
            else
            {
                await pace.WaitAsync(cancellationToken);
            }
        }
    }

    private async Task<ProbeAnswer> AskAsync(Probe probe, Socket? accepted, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(patience, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var at = new IPEndPoint(endPoint.Address, probe.Address.Port);
        var socket = accepted ?? await Task.Run(() => Knock(at, patience, ending.Token), cancellationToken);
        if (socket is null)
        {
            return Last!;
        }

        var answer = await AskOverAsync(socket, probe, ending.Token);
        cancellationToken.ThrowIfCancellationRequested();
        timeline.Add(probe.Name, _address, answer.Text, answer.IsReady);
        return answer;
    }

    private Socket? Knock(IPEndPoint at, TimeSpan patience, CancellationToken cancellationToken)
    {
        var (socket, answer) = Probes.Knock.On(at, patience, cancellationToken);
        timeline.Add("", _address, answer.Text);
        WasAccepted |= socket is not null;
        Last =
            socket is null ? answer
            : Last is { Kind: AnswerKind.Refused or AnswerKind.Unreachable } ? null
            : Last;
        return socket;
    }

    /// <summary>Closes a connection over which nothing is asked.</summary>
    private async Task LeaveAsync(Socket socket, CancellationToken cancellationToken) =>
        (
            await Connection.OverAsync(socket, new("", endPoint.Port, Tls: false, TrustDefinition.System), cancellationToken)
        ).LeaveInBackground();

    private async Task<ProbeAnswer> AskOverAsync(Socket socket, Probe probe, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await Connection.OverAsync(socket, probe.Address, cancellationToken);
            var answer = ProbeAnswer.Dropped;
            try
            {
                answer = await probe.AskAsync(connection, cancellationToken);
                NoteServers(connection, probe, answer);
                return answer;
            }
            finally
            {
                connection.LeaveInBackground(token => answer.IsReady ? probe.LeaveAsync(connection, answer, token) : Task.CompletedTask);
            }
        }
        catch (OperationCanceledException)
        {
            return ProbeAnswer.Silent;
        }
        catch (UntrustedCertificateException)
        {
            timeline.Add(probe.Name, _address, "certificate not trusted");
            throw;
        }
        catch (Exception e) when (e is AuthenticationException || (e is IOException && probe.Address.Tls))
        {
            return ProbeAnswer.TlsMismatch;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return ProbeAnswer.Dropped;
        }
    }

    private void NoteServers(Connection connection, Probe probe, ProbeAnswer answer)
    {
        if (answer.IsReady && probe == probes[^1] && IPAddress.IsLoopback(endPoint.Address))
        {
            Servers = sockets.ServersOf(connection.Remote, connection.Local, target.Process?.Pid);
        }
    }
}
