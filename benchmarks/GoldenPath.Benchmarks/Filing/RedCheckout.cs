using GoldenPath.Benchmarks.Pipeline;
using GoldenPath.Runs;

namespace GoldenPath.Benchmarks.Filing;

/// <summary>A folder of its own in which the pipeline runs red at once: its service exits before it listens.</summary>
internal sealed class RedCheckout(string root) : IDisposable
{
    private readonly Checkout _checkout = new(
        root,
        """
        name: red
        services:
          backend: { process: { command: [sh, -c, "exit 3"] }, port: 0, ready: { http: /, timeout: 5s } }
        scenarios:
          golden-path: { connect: { url: "ws://localhost:{port}/ws", token: none }, send: { type: user_message, content: "{nonce}" } }
        """
    );

    /// <summary>Runs it once.</summary>
    /// <param name="api">Where the issue is filed; <c>null</c> for nowhere.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>How long the whole command took, and its result.</returns>
    public Task<(TimeSpan Took, RunResult Result)> RunAsync(Uri? api, CancellationToken cancellationToken)
    {
        string[] filing = api is null ? ["--no-issue"] : ["--file-issue", "--repository", "acme/agents", "--github-api", api.AbsoluteUri];
        return _checkout.RunAsync(["SmokeTest", .. filing], Verdict.Environment, cancellationToken);
    }

    public void Dispose() => _checkout.Dispose();
}
