using System.Runtime.CompilerServices;
using GoldenPath.Diagnosis;
using GoldenPath.Runs;

namespace GoldenPath.Nuke;

/// <summary>Runs the stages of a build's one run, and gives the build its exit code.</summary>
internal static class BuildStages
{
    private static readonly ConditionalWeakTable<IGoldenPath, PipelineRun> Runs = [];

    /// <summary>Runs a stage; after the last one of the command, says what becomes of the services.</summary>
    /// <exception cref="PipelineException">The stage failed; its text is one line.</exception>
    public static async Task RunStageAsync(this IGoldenPath build, Func<PipelineRun, Task> stage)
    {
        var run = Runs.GetValue(build, static build => new PipelineRun(build.ToSettings(), new SerilogConsole()));
        run.Planned = [.. Stages.All.Where(build.WillRun)];
        try
        {
            await stage(run);
            await run.EndCommandAsync(failed: false);
        }
        catch (PipelineException)
        {
            await run.EndCommandAsync(failed: true);
            throw;
        }
        finally
        {
            build.ExitCode = run.ExitCode == 0 ? build.ExitCode : run.ExitCode;
        }
    }

    private static bool WillRun(this IGoldenPath build, string name) => build.ScheduledTargets.Any(target => target.Name == name);
}
