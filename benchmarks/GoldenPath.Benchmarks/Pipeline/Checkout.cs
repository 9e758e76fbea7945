using System.Diagnostics;
using GoldenPath.Runs;
using GoldenPath.TestKit.GitHub;

namespace GoldenPath.Benchmarks.Pipeline;

/// <summary>A folder of its own with a <c>goldenpath.yml</c>, in which the pipeline that <c>build.sh</c> built runs.</summary>
internal sealed class Checkout : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("checkout-").FullName;
    private readonly string _build;

    /// <param name="root">The root of the checkout whose pipeline is measured.</param>
    /// <param name="definition">What <c>goldenpath.yml</c> says.</param>
    /// <exception cref="InvalidOperationException">The pipeline has not been built.</exception>
    public Checkout(string root, string definition)
    {
        _build = Path.Combine(root, "build", "bin", "pipeline", "_build.dll");
        if (!File.Exists(_build))
        {
            throw new InvalidOperationException($"{_build} is not there. Run ./build.sh --help once.");
        }

        Directory.CreateDirectory(Path.Combine(_folder, ".nuke"));
        File.Copy(Path.Combine(root, ".nuke", "parameters.json"), Path.Combine(_folder, ".nuke", "parameters.json"));
        File.Copy(Path.Combine(root, "GoldenPath.slnx"), Path.Combine(_folder, "GoldenPath.slnx"));
        File.WriteAllText(Path.Combine(_folder, "goldenpath.yml"), definition);
    }

    /// <summary>Runs a command once.</summary>
    /// <returns>How long the whole command took, and its result.</returns>
    /// <exception cref="InvalidOperationException">It ended otherwise than expected, so nothing was measured.</exception>
    public async Task<(TimeSpan Took, RunResult Result)> RunAsync(
        IReadOnlyList<string> arguments,
        Verdict expected,
        CancellationToken cancellationToken
    )
    {
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(StartInfo(arguments))!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var took = Stopwatch.GetElapsedTime(begun);
        return
            RunJson.TryRead(Path.Combine(_folder, "artifacts", "golden-path", "latest", "run.json")) is { } result
            && result.Verdict == expected
            ? (took, result)
            : throw new InvalidOperationException(
                $"{string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}{await errors}"
            );
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ProcessStartInfo StartInfo(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [_build, .. arguments])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GITHUB_TOKEN"] = GitHubServer.Token;
        start.Environment["GOLDENPATH_STATE"] = Path.Combine(_folder, "state");
        start.Environment.Remove("GITHUB_ACTIONS");
        return start;
    }
}
