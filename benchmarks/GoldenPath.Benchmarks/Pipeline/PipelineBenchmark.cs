using System.Diagnostics;
using System.Globalization;
using GoldenPath.Runs;

namespace GoldenPath.Benchmarks.Pipeline;

/// <summary>Times whole commands of the pipeline, warm: its help, and a smoke test with how it divides.</summary>
/// <param name="root">The root of the checkout.</param>
/// <param name="runs">How many counted runs, after one that is not counted.</param>
internal sealed class PipelineBenchmark(string root, int runs)
{
    private readonly string _script = Path.Combine(root, OperatingSystem.IsWindows() ? "build.cmd" : "build.sh");

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await TimeAsync(["--help"], cancellationToken);
        var help = new List<TimeSpan>();
        for (var run = 0; run < runs; run++)
        {
            help.Add(await TimeAsync(["--help"], cancellationToken));
        }

        Print("build.sh --help", help);
        await TimeAsync(["SmokeTest", "--port", "0"], cancellationToken);
        var whole = new List<TimeSpan>();
        var results = new List<RunResult>();
        for (var run = 0; run < runs; run++)
        {
            whole.Add(await TimeAsync(["SmokeTest", "--port", "0"], cancellationToken));
            results.Add(
                RunJson.TryRead(Path.Combine(root, "artifacts", "golden-path", "latest", "run.json"))
                    ?? throw new InvalidOperationException("The run left no run.json.")
            );
        }

        Print("build.sh SmokeTest", whole);
        Divide(results, whole);
        return 0;
    }

    private static void Divide(List<RunResult> results, List<TimeSpan> whole)
    {
        foreach (var stage in results[0].Stages.Select(stage => stage.Name))
        {
            Print($"  {stage}", [.. results.Select(result => Milliseconds(result.Stages.First(other => other.Name == stage).DurationMs))]);
        }

        Print(
            "  service: asked to start → ready",
            [.. results.Select(result => Milliseconds(result.Services.Max(service => service.ReadyAfterMs ?? 0)))]
        );
        Print(
            "  around the run: shell, runtime, engine",
            [.. results.Zip(whole, (result, time) => time - Milliseconds(result.DurationMs))]
        );
    }

    private static TimeSpan Milliseconds(long milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private async Task<TimeSpan> TimeAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(
            new ProcessStartInfo(_script, arguments)
            {
                WorkingDirectory = root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(begun)
            : throw new InvalidOperationException(
                $"{string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}{await errors}"
            );
    }

    private static void Print(string what, List<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what, -42} median {sorted[sorted.Count / 2].TotalMilliseconds, 7:0} ms   min {sorted[0].TotalMilliseconds, 7:0}   max {sorted[^1].TotalMilliseconds, 7:0}"
            )
        );
    }
}
