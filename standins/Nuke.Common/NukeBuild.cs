using System.Linq.Expressions;
using Nuke.Common.Execution;
using Nuke.Common.Tooling;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>A build: its public properties of type <see cref="Target"/> are what can be run.</summary>
public abstract partial class NukeBuild : INukeBuild
{
    /// <summary>Runs the build of this assembly with the arguments of the process.</summary>
    protected static int Execute<T>(params Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new() => BuildSession.Run(defaultTargetExpressions);

    [Parameter("Shows the execution plan as an HTML page and runs nothing.")]
    public bool Plan { get; }

    [Parameter("Shows this text and runs nothing.")]
    public bool Help { get; }

    [Parameter("Leaves out the line that names the engine.")]
    public bool NoLogo { get; set; }

    [Parameter("Continues the last build: targets that succeeded in it are skipped.")]
    public bool Continue { get; internal set; }

    public int? ExitCode { get; set; }

    public bool IsSucceeding => !IsFailing;

    public bool IsFailing =>
        ExecutionPlan.Any(x => x.Status is ExecutionStatus.Failed or ExecutionStatus.Aborted or ExecutionStatus.NotRun);

    public bool IsFinished => !ExecutionPlan.Any(x => x.Status is ExecutionStatus.Scheduled or ExecutionStatus.Running);

    public void ReportSummary(Configure<Dictionary<string, string>> configurator = null) =>
        ExecutionPlan.Single(x => x.Status == ExecutionStatus.Running).Report(configurator?.Invoke([]) ?? []);

    T INukeBuild.TryGetValue<T>(Expression<Func<T>> parameterExpression) => (T)ComponentValues.Find(parameterExpression);

    T INukeBuild.TryGetValue<T>(Expression<Func<object>> parameterExpression) => (T)ComponentValues.Find(parameterExpression);

    protected internal virtual void OnBuildCreated() { }

    protected internal virtual void OnBuildInitialized() { }

    protected internal virtual void OnBuildFinished() { }

    protected internal virtual void OnTargetRunning(string target) { }

    protected internal virtual void OnTargetSkipped(string target) { }

    protected internal virtual void OnTargetSucceeded(string target) { }

    protected internal virtual void OnTargetFailed(string target) { }
}
