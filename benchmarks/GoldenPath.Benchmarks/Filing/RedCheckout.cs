using System.Diagnostics;
using GoldenPath.Runs;
using GoldenPath.TestKit.GitHub;

namespace GoldenPath.Benchmarks.Filing;

/// <summary>A folder of its own in which the pipeline runs red at once: its service exits before it listens.</summary>
internal sealed class RedCheckout : IDisposable
{
    private const string Definition = """
        name: red
        services:
          backend: { process: { command: [sh, -c, "exit 3"] }, port: 0, ready: { http: /, timeout: 5s } }
        scenarios:
          golden-path: { connect: { url: "ws://localhost:{port}/ws", token: none }, send: { type: user_message, content: "{nonce}" } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("filing-").FullName;
    private readonly string _build;

    public RedCheckout(string root)
    {
        _build = Path.Combine(root, "build", "bin", "Debug", "_build.dll");
        Directory.CreateDirectory(Path.Combine(_folder, ".nuke"));
        File.Copy(Path.Combine(root, ".nuke", "parameters.json"), Path.Combine(_folder, ".nuke", "parameters.json"));
        File.Copy(Path.Combine(root, "GoldenPath.slnx"), Path.Combine(_folder, "GoldenPath.slnx"));
        File.WriteAllText(Path.Combine(_folder, "goldenpath.yml"), Definition);
    }

    /// <summary>Runs it once.</summary>
    /// <param name="api">Where the issue is filed; <c>null</c> for nowhere.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>How long the whole command took, and its result.</returns>
    public async Task<(TimeSpan Took, RunResult Result)> RunAsync(Uri? api, CancellationToken cancellationToken)
    {
        string[] filing = api is null ? ["--no-issue"] : ["--repository", "acme/agents", "--github-api", api.AbsoluteUri];
        var start = new ProcessStartInfo("dotnet", [_build, "SmokeTest", .. filing])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GITHUB_TOKEN"] = GitHubServer.Token;
        start.Environment["GOLDENPATH_STATE"] = Path.Combine(_folder, "state");
        start.Environment.Remove("GITHUB_ACTIONS");
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var took = Stopwatch.GetElapsedTime(begun);
        return
            process.ExitCode == 2 && RunJson.TryRead(Path.Combine(_folder, "artifacts", "golden-path", "latest", "run.json")) is { } result
            ? (took, result)
            : throw new InvalidOperationException($"The red run ended with {process.ExitCode}:\n{await output}{await errors}");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
