using System.Runtime.CompilerServices;
using GoldenPath.Pipeline;

namespace GoldenPath.Nuke;

/// <summary>Runs the stages of a build's one run, and gives the build its exit code.</summary>
internal static class BuildStages
{
    private static readonly ConditionalWeakTable<IGoldenPath, PipelineRun> Runs = [];

    /// <summary>Runs a stage; after the last one of the command, says what becomes of the services.</summary>
    /// <exception cref="PipelineException">The stage failed; its text is one line.</exception>
    public static async Task RunStageAsync(this IGoldenPath build, Func<PipelineRun, Task> stage)
    {
        var run = Runs.GetValue(build, static build => RunParts.Create(build.ToSettings()));
        run.Planned = [.. Stages.All.Where(build.WillRun)];
        try
        {
            await stage(run);
            await run.EndCommandAsync(failed: false);
        }
        catch (PipelineException failed)
        {
            await run.EndCommandAsync(failed: true);
            build.ExitCode = failed.Failure.Verdict.ExitCode();
            throw;
        }
        finally
        {
            // The first failure decides, whatever fails after it.
            build.ExitCode = run.ExitCode == 0 ? build.ExitCode : run.ExitCode;
        }
    }

    private static bool WillRun(this IGoldenPath build, string name) => build.ScheduledTargets.Any(target => target.Name == name);
}
