using Nuke.Common.Execution;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    internal IReadOnlyList<ExecutableTarget> ExecutableTargets { get; set; }

    public IReadOnlyCollection<ExecutableTarget> ExecutionPlan { get; set; }

    [Parameter("Targets to run. Default is '{default_target}'.", Name = ParameterNames.Targets, Separator = ParameterNames.TargetSeparator)]
    public IReadOnlyCollection<ExecutableTarget> InvokedTargets => [.. ExecutionPlan.Where(x => x.Invoked)];

    [Parameter(
        "Targets to skip. Without a name: all that were not asked for.",
        Name = ParameterNames.Skipped,
        Separator = ParameterNames.TargetSeparator
    )]
    public IReadOnlyCollection<ExecutableTarget> SkippedTargets => With(ExecutionStatus.Skipped);

    public IReadOnlyCollection<ExecutableTarget> ScheduledTargets => With(ExecutionStatus.Scheduled);

    public IReadOnlyCollection<ExecutableTarget> RunningTargets => With(ExecutionStatus.Running);

    public IReadOnlyCollection<ExecutableTarget> AbortedTargets => With(ExecutionStatus.Aborted);

    public IReadOnlyCollection<ExecutableTarget> FailedTargets => With(ExecutionStatus.Failed);

    public IReadOnlyCollection<ExecutableTarget> SucceededTargets => With(ExecutionStatus.Succeeded);

    public IReadOnlyCollection<ExecutableTarget> FinishedTargets => [.. FailedTargets, .. SucceededTargets];

    private List<ExecutableTarget> With(ExecutionStatus status) => [.. ExecutionPlan.Where(x => x.Status == status)];
}
