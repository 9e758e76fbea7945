using Nuke.Common;
using Nuke.Common.Tooling;
using Serilog;

namespace EngineSample;

internal sealed partial class SampleBuild
{
    private Target Broken => _ => _.Executes(Break);

    private Target AfterBroken => _ => _.DependsOn(Broken).Executes(Work);

    private Target Teardown => _ => _.After(Broken, AfterBroken).AssuredAfterFailure().Executes(Work);

    private Target BrokenTeardown => _ => _.After(Broken).Before(Teardown).AssuredAfterFailure().Executes(Break);

    private Target OrphanedTeardown => _ => _.DependsOn(Broken).AssuredAfterFailure().Executes(Work);

    private Target NeverReached => _ => _.DependsOn(Broken).Triggers(TriggeredTeardown).Executes(Work);

    private Target TriggeredTeardown => _ => _.AssuredAfterFailure().Executes(Work);

    private Target OnFailureOnly =>
        _ =>
            _.After(Broken)
                .AssuredAfterFailure()
                .OnlyWhenDynamic(() => FailedTargets.Count > 0)
                .Executes(() => Trace($"looks at {FailedTargets.Single().Name}"));

    private Target TriggersInVain => _ => _.Triggers(Archive).Executes(Break);

    private Target BrokenButGoesOn => _ => _.ProceedAfterFailure().Triggers(Archive).Executes(Break);

    private Target AfterBrokenButGoesOn => _ => _.DependsOn(BrokenButGoesOn).Executes(Work);

    private Target Complain => _ => _.Executes(() => Log.Error("Something is odd."));

    private Target ChooseExitCode => _ => _.Executes(() => ExitCode = 42);

    private Target BrokenWithExitCode =>
        _ =>
            _.Executes(() =>
            {
                ExitCode = 43;
                Break();
            });

    private Target RunTool =>
        _ =>
            _.Executes(() =>
            {
                using var process = ProcessTasks.StartProcess("bash", "-c \"echo oops >&2; exit 3\"", workingDirectory: RootDirectory);
                process.AssertZeroExitCode();
            });

    private Target BrokenAsync =>
        _ =>
            _.Executes(async () =>
            {
                await Task.Yield();
                Break();
            });

    [Parameter]
    private readonly int? CodeOnFailure;

    [Parameter]
    private readonly int? CodeOnFinish;

    [Parameter]
    private readonly bool BreakOnFinish;

    protected override void OnTargetFailed(string target)
    {
        base.OnTargetFailed(target);
        ExitCode = CodeOnFailure ?? ExitCode;
    }

    protected override void OnBuildFinished()
    {
        base.OnBuildFinished();
        ExitCode = CodeOnFinish ?? ExitCode;
        if (BreakOnFinish)
            Break();
    }
}
