using GoldenPath.Pipeline;

namespace GoldenPath.Nuke;

/// <summary>Runs the stages of a build's one run, and gives the build its exit code.</summary>
internal static class BuildStages
{
    /// <summary>Runs a stage.</summary>
    /// <param name="build">The build.</param>
    /// <param name="stage">A name of <see cref="Stages"/>: the target's own.</param>
    /// <exception cref="PipelineException">It failed; its text is one line.</exception>
    public static Task RunStageAsync(this IGoldenPath build, string stage) => build.RunAsync(run => run.RunAsync(stage));

    /// <summary>Runs an operation; after the last one of the command, says what becomes of the services.</summary>
    /// <exception cref="PipelineException">It failed; its text is one line.</exception>
    public static async Task RunAsync(this IGoldenPath build, Func<PipelineRun, Task> operation)
    {
        var run = BuildRun.Of(build).Run;
        run.Planned = [.. Stages.All.Where(build.WillRun)];
        var failed = true;
        try
        {
            await operation(run);
            failed = false;
        }
        finally
        {
            await run.EndCommandAsync(failed);
            // The first failure decides, whatever fails after it.
            build.ExitCode = run.ExitCode == 0 ? build.ExitCode : run.ExitCode;
            if (build is not GoldenPathBuild && run.Planned.Count == 0)
            {
                BuildRun.Conclude(build);
            }
        }
    }

    private static bool WillRun(this IGoldenPath build, string name) => build.ScheduledTargets.Any(target => target.Name == name);
}
