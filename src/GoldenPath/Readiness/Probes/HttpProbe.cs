namespace GoldenPath.Readiness.Probes;

/// <summary>A path must answer a GET with a 2xx status. Redirects are answers and are not followed.</summary>
/// <remarks>It proves what the endpoint claims, no more: many health endpoints are constant, and prove that the process is up. The body is
/// not judged.</remarks>
/// <param name="authority">Host and port for the Host header.</param>
/// <param name="path">The path, with its query.</param>
internal sealed class HttpProbe(string authority, string path) : Probe
{
    private readonly string _request =
        $"GET {path} HTTP/1.1\r\nHost: {authority}\r\nUser-Agent: golden-path-readiness\r\nAccept: */*\r\n\r\n";

    /// <inheritdoc/>
    public override string Name => "HTTP";

    /// <inheritdoc/>
    public override string Requirement => $"HTTP GET {path} answered with a 2xx status";

    /// <inheritdoc/>
    public override async Task<ProbeAnswer> AskAsync(Connection connection, CancellationToken cancellationToken)
    {
        var answer = await HttpExchange.AskAsync(connection.Stream, _request, cancellationToken);
        return answer.Reply is { IsSuccess: true } ? answer with { Kind = AnswerKind.Ready } : answer;
    }
}
