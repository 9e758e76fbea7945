using Nuke.Common;

namespace EngineSample;

internal sealed partial class SampleBuild
{
    private Target NeverDynamic => _ => _.DependsOn(Prepare).Triggers(Archive).OnlyWhenDynamic(() => 1 > 2).Executes(Work);

    private Target AfterNeverDynamic => _ => _.DependsOn(NeverDynamic).Executes(Work);

    private Target NeverStatic => _ => _.DependsOn(Prepare).OnlyWhenStatic(() => IsServerBuild).Executes(Work);

    private Target AfterNeverStatic => _ => _.DependsOn(NeverStatic).Executes(Work);

    private Target NeverStaticButDependencies =>
        _ => _.DependsOn(Prepare).WhenSkipped(DependencyBehavior.Execute).OnlyWhenStatic(() => IsServerBuild).Executes(Work);

    private Target AfterNeverStaticButDependencies => _ => _.DependsOn(NeverStaticButDependencies).Executes(Work);

    private Target BrokenCondition => _ => _.OnlyWhenDynamic(() => Unknowable()).Executes(Work);

    private Target RequiresGuest => _ => _.Requires(() => Absent).Executes(Work);

    private Target RequiresTruth => _ => _.Requires(() => Times > 1).Executes(Work);

    private static bool Unknowable() => throw new InvalidOperationException("Nobody knows.");
}
