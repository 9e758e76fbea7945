using System.CommandLine;
using GoldenPath.Docker.Compose;
using GoldenPath.Docker.Containers;
using GoldenPath.Docker.Engine;
using GoldenPath.GitHub;
using GoldenPath.Pipeline;
using GoldenPath.Services;
using GoldenPath.Terminal;

namespace GoldenPath.Tool;

/// <summary>One operation of the pipeline, from its options to its exit code.</summary>
internal static class CommandRun
{
    /// <summary>Runs it. No engine and no tracker is asked for anything before a stage needs it.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="operation">What to run.</param>
    /// <param name="configIsNew">Whether it writes the file that others read.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> OfAsync(ParseResult parsed, Func<PipelineRun, Task> operation, bool configIsNew = false)
    {
        var settings = RunOptions.Read(parsed, configIsNew);
        foreach (var problem in settings.Problems)
        {
            await Console.Error.WriteLineAsync(problem);
        }

        return settings.Problems.Count > 0 ? Verdict.Configuration.ExitCode() : await RunAsync(settings, operation);
    }

    private static async Task<int> RunAsync(RunSettings settings, Func<PipelineRun, Task> operation)
    {
        using var console = PersonConsole.OnStandardOutput();
        using var engines = new Engines();
        await using var run = new PipelineRun(
            settings,
            console,
            [new ProcessHost(), new ContainerHost(engines), new ComposeHost(engines)],
            GitHubTrackers.Open
        );
        try
        {
            await operation(run);
        }
        catch (PipelineException)
        {
            // The answer tells it.
        }

        console.Conclude(await run.AnswerAsync());
        return run.ExitCode;
    }
}
