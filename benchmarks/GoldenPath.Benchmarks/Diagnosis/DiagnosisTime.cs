using System.CommandLine;
using System.Diagnostics;
using GoldenPath.Diagnosis;
using GoldenPath.TestKit;

namespace GoldenPath.Benchmarks.Diagnosis;

/// <summary><c>diagnosis-time</c>: how long it takes to diagnose a run from its folder, and how much memory, whatever the size of its log.</summary>
internal static class DiagnosisTime
{
    private static readonly Option<string> _root = new("--root")
    {
        Description = "The root of the checkout. Default: the current folder.",
        DefaultValueFactory = _ => ".",
    };
    private static readonly Option<int> _megabytes = new("--log")
    {
        Description = "The size of the service's log in MB. Default: 1000.",
        DefaultValueFactory = _ => 1000,
    };
    private static readonly Option<int> _runs = new("--runs")
    {
        Description = "How many counted runs. Default: 7.",
        DefaultValueFactory = _ => 7,
    };

    public static Command Create()
    {
        var command = new Command("diagnosis-time", "How long a diagnosis takes, and its memory, with a log of any size.")
        {
            _root,
            _megabytes,
            _runs,
        };
        command.SetAction(parsed => Run(parsed.GetValue(_root)!, parsed.GetValue(_megabytes), parsed.GetValue(_runs)));
        return command;
    }

    private static int Run(string root, int megabytes, int runs)
    {
        using var run = LongLog.In(root, megabytes);
        using var names = new TemporaryFolder();
        var cold = Measure(run.Path);
        var warm = Enumerable.Range(0, runs).Select(number => Measure(Renamed(run, names.File($"{number}")))).Order().ToList();
        Console.WriteLine(
            $"{megabytes} MB of log: first {cold.TotalMilliseconds:0} ms (code not yet compiled), then {warm[warm.Count / 2].TotalMilliseconds:0} ms median of {runs}"
        );
        Console.WriteLine($"memory: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB at most");
        return 0;
    }

    private static TimeSpan Measure(string runFolder)
    {
        var begun = Stopwatch.GetTimestamp();
        var said = Diagnostician.Diagnose(runFolder);
        var took = Stopwatch.GetElapsedTime(begun);
        return said is { Cause.Name: Causes.ProcessExited } ? took : throw new InvalidOperationException($"It said {said?.Cause}.");
    }

    // Under another name it is another log: what was counted of the one before is of no use.
    private static string Renamed(TemporaryFolder run, string name) => Directory.CreateSymbolicLink(name, run.Path).FullName;
}
