#nullable enable
using System.Linq.Expressions;
using System.Text;
using Nuke.Common.CI;
using Nuke.Common.Logging;
using Nuke.Common.ValueInjection;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>One run of a build, from the arguments to the exit code.</summary>
internal sealed class BuildSession
{
    private const int FailureExitCode = -1;

    private readonly NukeBuild _build;
    private readonly Lock _finishing = new();

    private BuildSession(NukeBuild build) => _build = build;

    public static int Run<T>(Expression<Func<T, Target>>[] defaults)
        where T : NukeBuild, new()
    {
        Console.OutputEncoding = Encoding.UTF8;
        var build = new T();
        return new BuildSession(build).Run(() => TargetCatalog.Create(build, defaults));
    }

    private int Run(Func<List<ExecutableTarget>> readTargets)
    {
        try
        {
            BuildLog.Configure(NukeBuild.Host);
            return Guard(() => Create(readTargets()) && Prepare()) switch
            {
                true => RunPlan(),
                false => 0,
                null => _build.ExitCode!.Value,
            };
        }
        finally
        {
            Log.CloseAndFlush();
        }
    }

    // False: the run was for something else than targets, and it is done.
    private bool Create(List<ExecutableTarget> targets)
    {
        _build.ExecutableTargets = targets;
        ParameterValues.Instance.Files = new ParameterFiles(NukeBuild.RootDirectory, NukeBuild.LoadedLocalProfiles);
        MemberInjection.Inject(_build, parameters: true);
        if (WorkflowGeneration.Requested is { } id)
        {
            WorkflowGeneration.Generate(_build, id);
            return false;
        }

        BuildSchema.Update(_build);
        WorkflowGeneration.RefreshAll(_build);
        _build.OnBuildCreated();
        return true;
    }

    private bool Prepare()
    {
        if (!_build.NoLogo)
            NukeBuild.WriteLogo();
        var names = ParameterValues.Instance.Find<string[]>(ParameterNames.Targets, ParameterNames.TargetSeparator[0]);
        var plan = TargetPlanner.Plan(_build.ExecutableTargets, names);
        plan.ForEach(x => x.Status = ExecutionStatus.Scheduled);
        _build.ExecutionPlan = plan;
        if (_build.Plan)
            PlanPage.Show(_build);
        else if (_build.Help || plan.Count == 0)
            HelpText.Write(_build);
        else
            return true;
        return false;
    }

    private int RunPlan()
    {
        Guard(() =>
        {
            MemberInjection.Inject(_build, parameters: false);
            _build.OnBuildInitialized();
            Execute();
            return true;
        });
        // What the last hook throws is nobody's to catch.
        var exitCode = _build.ExitCode ??= _build.IsSucceeding ? 0 : FailureExitCode;
        Finish();
        return exitCode;
    }

    private void Execute()
    {
        if (ParameterValues.Instance.Find<string[]>(ParameterNames.Skipped, ParameterNames.TargetSeparator[0]) is { } skipped)
            TargetSkipping.ApplyParameter(_build, skipped);
        TargetSkipping.ApplyStatic(_build);
        Requirements.Check(_build);
        var executor = new TargetExecutor(_build, new AttemptRecord(_build.Continue));
        // On the thread of the signal, beside the target that is running; afterwards the signal ends the process.
        Console.CancelKeyPress += (_, _) =>
        {
            executor.RunAssured();
            Finish();
        };
        executor.Run();
    }

    // Null: it failed, and the exit code is set.
    private bool? Guard(Func<bool> step)
    {
        try
        {
            return step();
        }
#pragma warning disable CA1031 // Whatever ends a build early is its failure, told in one line.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            var exception = thrown.Unwrap();
            if (exception is not TargetExecutionException)
            {
                Log.Verbose(exception, "Target-unrelated exception was thrown");
                Host.Error(exception.Message);
            }

            _build.ExitCode ??= FailureExitCode;
            return null;
        }
    }

    private void Finish()
    {
        lock (_finishing)
        {
            foreach (var target in _build.ExecutionPlan)
            {
                if (target.Status == ExecutionStatus.Running)
                    target.End(ExecutionStatus.Aborted);
                else if (target.Status == ExecutionStatus.Scheduled)
                    target.Status = ExecutionStatus.NotRun;
            }

            _build.WriteSummary();
            _build.OnBuildFinished();
        }
    }
}
