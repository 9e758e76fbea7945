using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Nuke.Common.Tooling;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tools.DotNet;

public partial class DotNetTasks
{
    private DotNetTasks() { }

    public static IReadOnlyCollection<Output> DotNetRestore(Configure<DotNetRestoreSettings> configurator) =>
        Run(configurator(new DotNetRestoreSettings()));

    public static IReadOnlyCollection<Output> DotNetBuild(Configure<DotNetBuildSettings> configurator) =>
        Run(configurator(new DotNetBuildSettings()));

    public static IReadOnlyCollection<Output> DotNetPack(Configure<DotNetPackSettings> configurator) =>
        Run(configurator(new DotNetPackSettings()));

    public static IReadOnlyCollection<Output> DotNetRun(Configure<DotNetRunSettings> configurator) =>
        Run(configurator(new DotNetRunSettings()));

    public static IReadOnlyCollection<Output> DotNetTest(Configure<DotNetTestSettings> configurator) =>
        Run(configurator(new DotNetTestSettings()));

    public static IEnumerable<(DotNetTestSettings Settings, IReadOnlyCollection<Output> Output)> DotNetTest(
        CombinatorialConfigure<DotNetTestSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    )
    {
        var results = new ConcurrentQueue<(DotNetTestSettings, IReadOnlyCollection<Output>)>();
        var failures = new ConcurrentQueue<Exception>();
        Parallel.ForEach(
            configurator(new DotNetTestSettings()),
            new ParallelOptions { MaxDegreeOfParallelism = degreeOfParallelism },
            (settings, state) =>
            {
                try
                {
                    results.Enqueue((settings, Run(settings)));
                }
                catch (ProcessException exception)
                {
                    failures.Enqueue(exception);
                    if (!completeOnFailure)
                        state.Stop();
                }
            }
        );
        return failures.IsEmpty ? results : throw new AggregateException(failures);
    }

    private static IReadOnlyCollection<Output> Run(ToolOptions options)
    {
        using var process = ProcessTasks.StartProcess(
            "dotnet",
            string.Join(' ', options.Words().Select(Quoted)),
            options.ProcessWorkingDirectory,
            options.ProcessEnvironmentVariables,
            logOutput: options.ProcessOutputLogging,
            logger: Logger
        );
        process.AssertZeroExitCode();
        return process.Output;
    }

    private static void Logger(OutputType type, string text)
    {
        var problem = Problem().Match(text).Groups["kind"].Value;
        var level =
            problem == "error" || (problem.Length == 0 && type == OutputType.Err) ? LogEventLevel.Error
            : problem == "warning" ? LogEventLevel.Warning
            : LogEventLevel.Debug;
        Log.Write(level, "{Output:l}", text);
    }

    private static string Quoted(string word) =>
        word.Contains(' ', StringComparison.Ordinal) && !word.StartsWith('"')
            ? $"\"{word.Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : word;

    [GeneratedRegex(@": (?<kind>warning|error) \w{2,5}\d{1,5}:")]
    private static partial Regex Problem();
}
