using System.Diagnostics;
using System.Globalization;
using System.Text;
using GoldenPath.Runs;

namespace GoldenPath.Benchmarks.Pipeline;

/// <summary>Times whole commands of the pipeline, warm: its help, and a smoke test with how it divides.</summary>
/// <param name="root">The root of the checkout.</param>
/// <param name="runs">How many counted runs, after one that is not counted.</param>
/// <param name="document">The page whose table is written anew; <c>null</c> for none.</param>
internal sealed class PipelineBenchmark(string root, int runs, FileInfo? document)
{
    private readonly StringBuilder _table = new("| what | median | fastest | slowest |\n|---|---|---|---|\n");
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
        await Document.WriteAsync(document, "pipeline", _table.ToString(), cancellationToken);
        return 0;
    }

    private void Divide(List<RunResult> results, List<TimeSpan> whole)
    {
        foreach (var stage in results[0].Stages.Select(stage => stage.Name))
        {
            Print($"  {stage}", [.. results.Select(result => Milliseconds(result.Stages.First(other => other.Name == stage).DurationMs))]);
        }

        Print(
            "  of these, the service: asked to start → ready",
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

    private void Print(string what, List<TimeSpan> times)
    {
        var sorted = times.Select(time => time.TotalMilliseconds).Order().ToList();
        var (median, fastest, slowest) = (sorted[sorted.Count / 2], sorted[0], sorted[^1]);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{what, -46} median {median, 7:0} ms   min {fastest, 7:0}   max {slowest, 7:0}")
        );
        _table.Append(CultureInfo.InvariantCulture, $"| {what.Trim()} | {median:0} ms | {fastest:0} | {slowest:0} |\n");
    }
}
