namespace GoldenPath.Readiness.Probes;

/// <summary>A path must answer a GET with a 2xx status. Redirects to the same service are followed; one that leads elsewhere is an answer.</summary>
/// <remarks>It proves what the endpoint claims, no more: many health endpoints are constant, and prove that the process is up. The body is
/// not judged.</remarks>
/// <param name="address">Where the service is.</param>
/// <param name="path">The path, with its query.</param>
internal sealed class HttpProbe(ProbeAddress address, string path) : Probe(address)
{
    private const int MostRedirects = 5;

    /// <inheritdoc/>
    public override string Name => "HTTP";

    /// <inheritdoc/>
    public override string Requirement => $"HTTP GET {path} answered with a 2xx status";

    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override async Task<ProbeAnswer> AskAsync(Connection connection, CancellationToken cancellationToken)
    {
        var answer = await HttpExchange.AskAsync(connection.Stream, Request(path), cancellationToken);
        var at = new Uri(Address.Url(path));
        for (var redirects = 0; Next(at, answer) is { } next && redirects < MostRedirects; redirects++)
        {
            at = next;
            var another = await connection.AgainAsync(cancellationToken);
            answer = await HttpExchange.AskAsync(another.Stream, Request(at.PathAndQuery), cancellationToken);
            another.LeaveInBackground();
        }

        return answer.Reply is { IsSuccess: true } ? answer with { Kind = AnswerKind.Ready } : answer;
    }

    private Uri? Next(Uri at, ProbeAnswer answer) =>
        answer.Reply?.Location is { } location && Uri.TryCreate(at, location, out var next) && IsSameService(next) ? next : null;

    private bool IsSameService(Uri other) =>
        other.Port == Address.Port
        && other.Scheme == (Address.Tls ? "https" : "http")
        && (
            other.Host.Trim('[', ']').Equals(Address.Host, StringComparison.OrdinalIgnoreCase)
            || (other.IsLoopback && new Uri(Address.Url("/")).IsLoopback)
        );

    private string Request(string target) =>
        $"GET {target} HTTP/1.1\r\nHost: {Address.Authority}\r\nUser-Agent: golden-path-readiness\r\nAccept: */*\r\n\r\n";
}
