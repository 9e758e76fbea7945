using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace GoldenPath.Benchmarks.Inside;

/// <summary><c>parts</c>: what goes on inside of a process, by BenchmarkDotNet.</summary>
internal static class PartsCommand
{
    public static Command Create()
    {
        var root = new Option<string>("--root")
        {
            Description = "The root of the checkout. Default: the current folder.",
            DefaultValueFactory = _ => ".",
        };
        var command = new Command(
            "parts",
            "Time and allocations of a frame, a session's judgement, a line's redaction, a result, a diagnosis."
        )
        {
            root,
        };
        command.SetAction(parsed => Run(Path.GetFullPath(parsed.GetValue(root)!)));
        return command;
    }

    private static int Run(string root)
    {
        Environment.SetEnvironmentVariable(Parts.Root, root);
        // In this process: a project of its own would have to be restored and built for each part.
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        var config = DefaultConfig.Instance.AddJob(job).WithArtifactsPath(Path.Combine(root, "artifacts", "benchmark", "parts"));
        var summary = BenchmarkRunner.Run<Parts>(config);
        return summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success) ? 1 : 0;
    }
}
