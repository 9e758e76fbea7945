#nullable enable
using Nuke.Common.Logging;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Runs a plan: in order, until one fails; then the assured ones that are still to come.</summary>
internal sealed class TargetExecutor(NukeBuild build, AttemptRecord attempt)
{
    public void Run()
    {
        try
        {
            foreach (var target in build.ExecutionPlan)
                Run(target, failing: false);
        }
        catch
        {
            RunAssured();
            throw;
        }
    }

    /// <summary>Also called on the thread of a signal, while a target is running.</summary>
    public void RunAssured()
    {
        foreach (var target in build.ExecutionPlan.Where(x => x.AssuredAfterFailure && x.Status == ExecutionStatus.Scheduled))
            Run(target, failing: true);
    }

    private void Run(ExecutableTarget target, bool failing)
    {
        if (target.Status == ExecutionStatus.Skipped || attempt.Contains(target) || TargetSkipping.ApplyDynamic(build, target))
        {
            target.Status = ExecutionStatus.Skipped;
            build.OnTargetSkipped(target.Name);
        }
        else if (target.Actions.Count == 0)
        {
            target.Status = ExecutionStatus.Collective;
        }
        else
        {
            using var block = build.WriteTarget(target.Name);
            using var scope = BuildLog.EnterTarget(target.Name);
            Execute(target, failing);
        }
    }

    private void Execute(ExecutableTarget target, bool failing)
    {
        target.Start();
        build.OnTargetRunning(target.Name);
        try
        {
            target.Actions.ForEach(x => x());
            target.End(ExecutionStatus.Succeeded);
            build.OnTargetSucceeded(target.Name);
            attempt.Add(target);
        }
#pragma warning disable CA1031 // Whatever an action throws is the failure of its target.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(target, exception.Unwrap());
            if (!target.ProceedAfterFailure && !failing)
                throw new TargetExecutionException(target.Name, exception);
        }
    }

    private void Fail(ExecutableTarget target, Exception exception)
    {
        if (target.SummaryInformation.Count == 0)
            target.SummaryInformation[exception.GetType().Name] = exception.Message.Split(["\r\n", "\n"], StringSplitOptions.None)[0];
        Log.Error(exception, "Target {TargetName} has thrown an exception", target.Name);
        target.End(ExecutionStatus.Failed);
        build.OnTargetFailed(target.Name);
    }
}
