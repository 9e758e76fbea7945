using GoldenPath.Readiness.Probes;
using GoldenPath.Services;

namespace GoldenPath.Readiness;

/// <summary>Tells apart, when the time is up, why a service is not ready: by its sockets where it never accepted a connection, and by its last
/// answer where it did.</summary>
/// <param name="target">The service.</param>
/// <param name="lanes">What was asked and answered; none where the service has no port.</param>
/// <param name="sockets">Who listens where.</param>
internal sealed class TimeoutDiagnosis(ReadinessTarget target, ProbeLanes? lanes, SocketTable sockets)
{
    private readonly string _url = $"{target.Host}:{target.Port}";

    /// <summary>The finding. Asks the service at most one more question, for half a second.</summary>
    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        if (lanes?.Furthest is not { Open: { } open } lane)
        {
            var log = target.Ready.Log is { } pattern ? $"no line of its log matched '{pattern}'" : null;
            var health = target.Ready.Healthy ? "its host never called it healthy" : null;
            return new(Causes.Unknown, string.Join(", or ", new[] { log, health }.OfType<string>()), [ReadLog()]);
        }

        var answer = lane.Last ?? ProbeAnswer.Silent;
        return !lane.WasAccepted || answer.Kind is AnswerKind.Refused or AnswerKind.Unreachable ? NotReached()
            : await TlsSniffer.IsMismatchAsync(open.Address, lane.EndPoint.Address, answer, cancellationToken) ? TlsMismatch(open.Address)
            : answer.Kind == AnswerKind.Dropped && open is WebSocketProbe && lane.Passed > 0 ? HandshakeDropped(open)
            : Answered(open, answer);
    }

    private Finding NotReached() => target.Process?.Host is { } host ? NotReachedAt(host) : NotReachedHere();

    private Finding NotReachedAt(string host) =>
        new(
            Causes.DockerPortNotPublished,
            $"{_url}, where its engine publishes it, does not answer from here: {lanes!.Furthest.Last?.Description}",
            [new($"Look whether a firewall between here and {host} lets port {target.Port} through."), ReadLog()]
        );

    private Finding NotReachedHere()
    {
        var listeners = (target.Process is { } process ? sockets.Of(process.Owns) : sockets.On(target.Port!.Value)) ?? [];
        var here = listeners.Where(listener => listener.EndPoint.Port == target.Port).ToList();
        return here.Count > 0 ? Elsewhere(here)
            : target.Process is null ? NotStarted()
            : listeners.Count > 0 ? WrongPort(listeners)
            : new(
                Causes.PortNotListening,
                $"it runs (pid {target.Process.Pid}) and listens on no port",
                [ReadLog(), new($"See what it listens on; port {target.Port} is expected.", "ss -ltnp")]
            );
    }

    private Finding NotStarted() =>
        new(
            Causes.ServiceNotStarted,
            $"nobody listens on {_url}, and this run was not to start it (external)",
            [
                new($"Start the service '{target.Service}', or declare how this run starts it (process, container or compose)."),
                new($"See who listens on port {target.Port}.", PortCommands.WhoListens(target.Port!.Value)),
            ]
        );

    private Finding WrongPort(IReadOnlyList<PortListener> listeners) =>
        new(
            Causes.PortWrongPort,
            $"nobody listens on port {target.Port}; it listens elsewhere: {Join(listeners)}",
            [
                new(
                    $"Let the service '{target.Service}' take its port from the run: hand it {{port}}, or set port: {listeners[0].EndPoint.Port} in goldenpath.yml."
                ),
            ]
        );

    private Finding Elsewhere(List<PortListener> here)
    {
        var asked = lanes!.All.Select(lane => lane.EndPoint.Address).ToList();
        var sameFamily = here.Exists(listener => asked.Exists(address => address.AddressFamily == listener.EndPoint.Address.AddressFamily));
        var text = $"it listens on {Join(here)}, and '{target.Host}' is {string.Join(" and ", asked)}";
        return sameFamily
            ? new(Causes.PortWrongInterface, text, [new($"Let the service listen on {asked[0]}, or on all interfaces (0.0.0.0, [::]).")])
            : new(
                Causes.PortAddressFamily,
                text,
                [
                    new(
                        $"Let the service listen on {asked[0]} too (both families: [::] without IPV6_V6ONLY), or ask it by an address that it listens on."
                    ),
                ]
            );
    }

    private static Finding TlsMismatch(ProbeAddress asked) =>
        asked.Tls
            ? new(
                Causes.TlsMismatch,
                $"{asked.Authority} speaks plain HTTP, and it was asked with TLS",
                [new("Use ws:// and http:// in goldenpath.yml, or turn TLS on in the service.")]
            )
            : new(
                Causes.TlsMismatch,
                $"{asked.Authority} speaks TLS, and it was asked without",
                [
                    new(
                        "Use wss:// and https:// in goldenpath.yml, or turn TLS off in the service.",
                        $"openssl s_client -connect {asked.Authority}"
                    ),
                ]
            );

    private Finding Answered(Probe open, ProbeAnswer answer) =>
        answer.Kind switch
        {
            AnswerKind.Silent => new(
                Causes.HttpNoAnswer,
                $"{_url} accepts connections and stays silent; missing is {open.Requirement}",
                [ReadLog()]
            ),
            AnswerKind.Dropped or AnswerKind.TlsMismatch => new(
                Causes.HttpNoAnswer,
                $"{_url} accepts connections and closes them without an answer; missing is {open.Requirement}",
                [ReadLog()]
            ),
            AnswerKind.NotHttp => new(
                Causes.HttpNotHttp,
                $"{_url} answers, and what comes is {answer.Text}",
                [new($"Look whether port {target.Port} is the one that serves HTTP, or declare ready: {{ tcp: true }}.")]
            ),
            _ when open is WebSocketProbe => WebSocketRefused(open, answer),
            _ => new(
                Causes.HttpUnhealthy,
                $"GET {open.Path} answers {answer.Description}",
                [.. Redirected(open, answer), Ask(open), ReadLog()]
            ),
        };

    private static IEnumerable<Remedy> Redirected(Probe open, ProbeAnswer answer)
    {
        if (answer.Reply?.Location is { } location && Uri.TryCreate(new Uri(open.Address.Url(open.Path)), location, out var next))
        {
            yield return new(
                $"It leads to {(next.Authority == open.Address.Authority ? "itself again and again" : "another place than the service")}. Declare what answers by itself: ready: {{ http: \"{next}\" }}, or a path that does not redirect."
            );
        }
    }

    // It answers otherwise, so it is the handshake that it does not take.
    private Finding HandshakeDropped(Probe open) =>
        new(
            Causes.WebSocketProtocolError,
            $"{_url} answers HTTP, and hangs up on the WebSocket handshake on {open.Path}",
            [new($"Look whether {open.Path} serves WebSockets, and whether something between drops the Upgrade."), ReadLog()]
        );

    private Finding WebSocketRefused(Probe open, ProbeAnswer answer)
    {
        var path = open.Path;
        var text = $"the WebSocket handshake on {path} was answered with {answer.Description}";
        return answer.Reply switch
        {
            { Status: 101 } => new(
                Causes.WebSocketProtocolError,
                $"{text}, which breaks RFC 6455",
                [
                    new(
                        "Let the server compute Sec-WebSocket-Accept from the key that it was sent; look whether something between rewrites headers."
                    ),
                    ReadLog(),
                ]
            ),
            { Status: 400 or 404 or 426 } => new(
                Causes.WebSocketNotFound,
                text,
                [new($"Look whether {path} is the path of the WebSocket endpoint."), Ask(open)]
            ),
            { Proxy: { } proxy } => new(
                Causes.WebSocketProxyWithoutUpgrade,
                $"{text}, by a proxy ({proxy})",
                [new("Let the proxy pass the Upgrade and Connection headers on."), Ask(open)]
            ),
            _ => new(Causes.WebSocketRejected, text, [Ask(open), ReadLog()]),
        };
    }

    private static Remedy Ask(Probe open)
    {
        var trust = open.Address switch
        {
            { Tls: true, Trust.Insecure: true } => "k",
            { Tls: true, Trust.Authority: { } file } => $" --cacert '{file}'",
            _ => "",
        };
        return new("Ask it yourself.", $"curl -i{trust} {open.Address.Url(open.Path)}");
    }

    private Remedy ReadLog() => target.Log is { } log ? new("Read its log.", FileCommands.ReadEnd(log)) : new("Read its log.");

    private static string Join(IEnumerable<PortListener> listeners) =>
        string.Join(", ", listeners.Select(listener => listener.EndPoint).Distinct());
}
