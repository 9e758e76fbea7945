using System.CommandLine;
using System.Diagnostics;
using GoldenPath.Diagnosis;

namespace GoldenPath.Benchmarks.Diagnosis;

/// <summary><c>diagnosis-time</c>: how long it takes to diagnose a run from its folder, and how much memory, whatever the size of its log.</summary>
internal static class DiagnosisTime
{
    private const string Line = "2026-11-22T12:00:00Z INFO one of the many lines that a service writes while nothing is wrong with it\n";

    private static readonly Option<string> _root = new("--root") { Description = "The root of the checkout. Default: the current folder.", DefaultValueFactory = _ => "." };
    private static readonly Option<int> _megabytes = new("--log") { Description = "The size of the service's log in MB. Default: 1000.", DefaultValueFactory = _ => 1000 };
    private static readonly Option<int> _runs = new("--runs") { Description = "How many counted runs. Default: 7.", DefaultValueFactory = _ => 7 };

    public static Command Create()
    {
        var command = new Command("diagnosis-time", "How long a diagnosis takes, and its memory, with a log of any size.") { _root, _megabytes, _runs };
        command.SetAction(parsed => Run(Path.Combine(parsed.GetValue(_root)!, Score.Corpus, "exits-with-a-message"), parsed.GetValue(_megabytes), parsed.GetValue(_runs)));
        return command;
    }

    private static int Run(string recorded, int megabytes, int runs)
    {
        var folder = Directory.CreateTempSubdirectory("golden-path-diagnosis-");
        try
        {
            Grow(Copy(recorded, folder), megabytes);
            var cold = Measure(folder.FullName);
            var warm = Enumerable.Range(0, runs).Select(run => Measure(Renamed(folder, run))).Order().ToList();
            Console.WriteLine($"{megabytes} MB of log: first {cold.TotalMilliseconds:0} ms (code not yet compiled), then {warm[warm.Count / 2].TotalMilliseconds:0} ms median of {runs}");
            Console.WriteLine($"memory: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB at most");
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static TimeSpan Measure(string runFolder)
    {
        var begun = Stopwatch.GetTimestamp();
        var said = Diagnostician.Diagnose(runFolder);
        var took = Stopwatch.GetElapsedTime(begun);
        return said is { Cause: Causes.ProcessExited, Certainty: Certainty.Confirmed } ? took : throw new InvalidOperationException($"It said {said?.Cause}.");
    }

    // Under another name it is another log: what was counted of the one before is of no use.
    private static string Renamed(DirectoryInfo folder, int run)
    {
        folder.MoveTo(Path.Combine(Path.GetTempPath(), $"golden-path-diagnosis-{Environment.ProcessId}-{run}"));
        return folder.FullName;
    }

    private static string Copy(string recorded, DirectoryInfo folder)
    {
        foreach (var file in Directory.EnumerateFiles(recorded, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.FullName, Path.GetRelativePath(recorded, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return Path.Combine(folder.FullName, "logs", "backend.log");
    }

    private static void Grow(string log, int megabytes)
    {
        var end = File.ReadAllBytes(log);
        var block = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Line, 10_000)));
        using var file = File.Create(log);
        while (file.Length < megabytes * 1_000_000L)
        {
            file.Write(block);
        }

        file.Write(end);
    }
}
